//! The words the sentence rules know, per language.
//!
//! Data only. An entry is the token before the dot, without that dot (`e.g`, `Dr`); matching is
//! exact, so that `5th st.` and `3.75 ms.` are not *St.* and *Ms.* The Latin lists serve Chinese
//! and Japanese too: what is Latin in such text is nearly always English.

/// What one language adds to the rules that hold for all.
#[derive(Debug)]
pub struct Rules {
    /// Abbreviations that never end a sentence.
    pub never: &'static [&'static str],
    /// Abbreviations only before a digit or Roman numeral, words otherwise (`No. 4`, `No. We ...`).
    pub before_number: &'static [&'static str],
    /// Months and weekdays, which end a sentence only before a starter.
    pub calendar: &'static [&'static str],
    /// Other abbreviations that end a sentence only before a starter.
    pub hold: &'static [&'static str],
    /// Words that, capitalized, begin a sentence rather than a name. Sorted.
    pub starters: &'static [&'static str],
    /// Names written in lower case that may begin a sentence. Sorted.
    pub lower_case_names: &'static [&'static str],
    /// Names that end in a mark, mark included.
    pub names_with_mark: &'static [&'static str],
    /// Verbs of speech that tie a quotation to the words behind it.
    pub speech_verbs: &'static [&'static str],
    /// Words directly behind a closing quotation mark that tie it to what follows.
    pub quote_particles: &'static [&'static str],
    /// Whether the language is written without spaces between words.
    pub wide: bool,
}

/// Returns the rules of a language, given as a tag such as `en` or `zh-CN`.
pub fn rules(language: &str) -> &'static Rules {
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    let is = |tag: &str| primary.eq_ignore_ascii_case(tag);
    match () {
        () if is("en") => &ENGLISH,
        () if is("zh") || is("yue") || is("wuu") || is("lzh") || is("cmn") => &CHINESE,
        () if is("ja") => &JAPANESE,
        () => &OTHER,
    }
}

static ENGLISH: Rules = Rules {
    never: ENGLISH_NEVER,
    before_number: &[
        "No", "no", "Nos", "nos", "Fig", "fig", "Figs", "figs", "Eq", "eq", "Eqs", "eqs", "Sec", "sec", "Secs", "Sect",
        "Ch", "ch", "Chap", "chap", "Vol", "vol", "Vols", "Art", "art", "p", "P", "pp", "Ver", "ver", "Nr", "nr", "Pt",
        "pt", "Para", "para", "App", "app", "Table", "table",
    ],
    calendar: &[
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues",
        "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
    ],
    hold: &[
        "Inc", "Ltd", "Co", "Corp", "LLC", "Bros", "Jr", "Sr", "Ph.D", "PhD", "M.D", "etc", "a.m", "p.m", "A.M", "P.M",
        "am", "pm", "U.S", "U.K", "E.U", "D.C", "max", "min", "avg", "Max", "Min", "Avg", "Univ", "Ave", "Blvd", "Rd",
    ],
    starters: ENGLISH_STARTERS,
    lower_case_names: LOWER_CASE_NAMES,
    names_with_mark: &["Yahoo!", "Jeopardy!", "Yum!", "Wham!", "Oklahoma!", "Airplane!"],
    speech_verbs: &[],
    quote_particles: &[],
    wide: false,
};

static CHINESE: Rules = Rules {
    speech_verbs: &[
        "说", "问", "答", "道", "喊", "称", "表示", "指出", "写道", "补充", "说道", "问道", "喊道", "写到", "说着",
        "說", "問", "稱", "補充", "說道", "問道", "寫道",
    ],
    wide: true,
    ..ENGLISH
};

static JAPANESE: Rules = Rules {
    speech_verbs: &["と言う", "と言った", "と話す", "と話した", "と述べた"],
    quote_particles: &["と", "って", "という", "などと", "の", "が", "は", "を", "に", "で", "も"],
    wide: true,
    ..ENGLISH
};

static OTHER: Rules = Rules {
    never: &[
        "Dr", "Dra", "Mr", "Mrs", "Ms", "Mme", "Mlle", "Prof", "St", "Sr", "Sra", "Srta", "Ud", "Uds", "vs", "e.g",
        "i.e", "cf", "ca", "z.B", "d.h", "u.a", "bzw", "ggf", "vgl", "p.ej", "approx", "al", "т.е", "т.д",
    ],
    starters: &[
        "A", "As", "Das", "Der", "Die", "Ein", "Eine", "El", "Elle", "Els", "En", "Er", "Es", "Este", "Et", "Il",
        "Ils", "In", "L", "La", "Las", "Le", "Les", "Lo", "Los", "Nous", "O", "On", "Os", "Por", "Pour", "Se", "Sie",
        "Un", "Una", "Une", "Wir",
    ],
    before_number: &[
        "No", "no", "Nr", "nr", "Núm", "núm", "Fig", "fig", "Art", "art", "p", "pp", "pág", "S", "Vol", "vol",
    ],
    calendar: &[],
    ..ENGLISH
};

static ENGLISH_NEVER: &[&str] = &[
    "Dr", "Drs", "Mr", "Mrs", "Ms", "Messrs", "Prof", "St", "Mt", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt",
    "Cmdr", "Sgt", "Maj", "Hon", "Rev", "vs", "Vs", "v", "e.g", "E.g", "eg", "i.e", "I.e", "ie", "cf", "Cf", "viz",
    "approx", "Approx", "al", "Dept", "dept", "Est", "est", "incl", "Incl", "excl", "ca", "resp",
];

static ENGLISH_STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "Admission",
    "After",
    "Afterwards",
    "Again",
    "All",
    "Alongside",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "Anyone",
    "Are",
    "As",
    "Ask",
    "At",
    "Attendees",
    "Be",
    "Because",
    "Before",
    "Besides",
    "Both",
    "But",
    "By",
    "Can",
    "Check",
    "Coffee",
    "Come",
    "Consider",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "Doors",
    "During",
    "Each",
    "Either",
    "Even",
    "Every",
    "Everyone",
    "Everything",
    "Finally",
    "First",
    "Follow",
    "For",
    "From",
    "Given",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Join",
    "Just",
    "Last",
    "Later",
    "Learn",
    "Let",
    "Like",
    "Lunch",
    "Make",
    "Many",
    "Maybe",
    "Meanwhile",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Never",
    "Next",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Note",
    "Nothing",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Otherwise",
    "Our",
    "Over",
    "People",
    "Perhaps",
    "Please",
    "Read",
    "Registration",
    "Run",
    "See",
    "Several",
    "She",
    "Should",
    "Similarly",
    "Since",
    "So",
    "Some",
    "Someone",
    "Sometimes",
    "Soon",
    "Speakers",
    "Still",
    "Such",
    "Thanks",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "Things",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Throughout",
    "Thus",
    "Tickets",
    "To",
    "Today",
    "Together",
    "Tomorrow",
    "Tonight",
    "Two",
    "Under",
    "Unfortunately",
    "Unless",
    "Until",
    "Use",
    "Usually",
    "Was",
    "Watch",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];

static LOWER_CASE_NAMES: &[&str] = &[
    "bun",
    "cargo",
    "clang",
    "clippy",
    "containerd",
    "curl",
    "deno",
    "docker",
    "esbuild",
    "eslint",
    "etcd",
    "ffmpeg",
    "gcc",
    "git",
    "glibc",
    "golangci",
    "htmx",
    "iptables",
    "jemalloc",
    "jq",
    "k3s",
    "k8s",
    "kubeadm",
    "kubectl",
    "kubelet",
    "libc",
    "llama",
    "memcached",
    "minikube",
    "musl",
    "mypy",
    "nginx",
    "npm",
    "npx",
    "numpy",
    "pnpm",
    "podman",
    "pytest",
    "rclone",
    "redis",
    "ripgrep",
    "rsync",
    "runc",
    "rustc",
    "rustdoc",
    "rustfmt",
    "rustup",
    "scikit",
    "serde",
    "sqlite",
    "systemd",
    "tmux",
    "tokio",
    "typst",
    "vite",
    "vitest",
    "wasm",
    "webpack",
    "zsh",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searched_lists_are_sorted() {
        for language in ["en", "zh", "ja", "es"] {
            assert!(rules(language).starters.is_sorted());
            assert!(rules(language).lower_case_names.is_sorted());
        }
    }

    #[test]
    fn tags_find_their_language() {
        assert!(rules("zh-Hans-CN").wide && rules("ZH_tw").wide && rules("ja").wide);
        assert!(!rules("en-GB").wide && !rules("hi").wide && !rules("").wide);
    }
}
