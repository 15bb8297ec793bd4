//! The program's language: which one the reader wants, and the help texts in it.
//!
//! Help texts are found by name, so that a command or an option is described in `duizhao.ftl` alone:
//! `help-COMMAND` (`help-memory-lookup` for a command within a command, `help-duizhao` for the
//! program), `help-COMMAND-ARGUMENT`, else `help-global-ARGUMENT`. The error messages of clap cannot
//! be translated and stay English.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};
use duizhao::finding::Message;
use duizhao::fluent::messages::{Words, locales};
use duizhao::locale::{Locale, negotiate};

/// Returns the program's language: `--lang`, else `DUIZHAO_LANG`, else the system's, else English.
///
/// A wish that is not a language tag, or a language we do not speak, gives way to the next.
pub(crate) fn language(flag: Option<&str>) -> Locale {
    let environment = std::env::var("DUIZHAO_LANG").ok();
    let system = sys_locale::get_locale();
    best(&[flag, environment.as_deref(), system.as_deref()])
}

/// Returns the value of `--lang`: help and errors need it before the arguments are understood.
pub(crate) fn flag(arguments: &[String]) -> Option<String> {
    let options = arguments.iter().take_while(|argument| *argument != "--").collect::<Vec<_>>();
    options.iter().enumerate().find_map(|(at, argument)| match argument.strip_prefix("--lang")? {
        "" => options.get(at + 1).map(|value| (*value).clone()),
        rest => rest.strip_prefix('=').map(str::to_owned),
    })
}

fn best(wishes: &[Option<&str>]) -> Locale {
    let wanted: Vec<Locale> = wishes.iter().flatten().filter_map(|wish| wish.parse().ok()).collect();
    negotiate(&wanted, &locales()).expect("the program speaks at least English")
}

/// Returns the command with its help in the language of `words`, what clap adds by itself included.
///
/// The command comes back built: nothing can be added to it afterwards. Where a message is found it
/// replaces the long text as well; there is one text for `-h` and `--help`.
pub(crate) fn localise(command: Command, words: &Words) -> Command {
    // Our texts come before the build: during it clap copies them below `help`, and decides from
    // the long texts that are left whether `--help` has another layout than `-h`.
    let mut command = localise_own(command, &[], words);
    command.build();
    localise_added(command, words)
}

/// Translates a command and those within it. `path` names where it stands, the program left out.
fn localise_own(mut command: Command, path: &[&str], words: &Words) -> Command {
    let name = if path.is_empty() { command.get_name().to_owned() } else { path.join("-") };
    if let Some(about) = words.text(&format!("help-{name}")) {
        command = command.about(about).long_about(None::<&str>);
    }
    command.mut_args(|arg| localise_arg(arg, &name, words)).mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        localise_own(inner, &[path, &[name.as_str()]].concat(), words)
    })
}

/// Translates what clap added while building, and the headings.
fn localise_added(mut command: Command, words: &Words) -> Command {
    if command.get_name() == "help" {
        command = command.about(text(words, "help-help"));
    }
    command = command.mut_subcommands(|inner| localise_added(inner, words)).mut_args(|arg| match arg.get_action() {
        ArgAction::Help => arg.help(text(words, "help-global-help")).long_help(None::<&str>),
        ArgAction::Version => arg.help(text(words, "help-global-version")),
        _ => arg,
    });
    let template = template(&mut command, words);
    command.help_template(template)
}

fn localise_arg(arg: Arg, command: &str, words: &Words) -> Arg {
    let id = arg.get_id().as_str();
    let found = words.text(&format!("help-{command}-{id}")).or_else(|| words.text(&format!("help-global-{id}")));
    let Some(help) = found else { return arg };
    let arg = arg.long_help(None::<&str>);
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let help = with_values(&arg, with_default(&arg, help, words), words);
    arg.help(help).hide_default_value(true).hide_possible_values(true)
}

/// Appends the default value, which clap would announce in English.
fn with_default(arg: &Arg, help: String, words: &Words) -> String {
    let values: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if arg.is_hide_default_value_set() || values.is_empty() {
        return help;
    }
    words.format(&Message::new("help-default").with("help", help).with("value", values.join(" ")))
}

/// Appends the possible values, which clap would announce in English.
fn with_values(arg: &Arg, help: String, words: &Words) -> String {
    let values = arg.get_possible_values();
    let names: Vec<_> = values.iter().filter(|value| !value.is_hide_set()).map(|value| value.get_name()).collect();
    if arg.is_hide_possible_values_set() || names.is_empty() {
        return help;
    }
    let names = names.join(&text(words, "help-values-separator"));
    words.format(&Message::new("help-values").with("help", help).with("values", names))
}

/// Returns the layout of a command's help. Clap's `{all-args}` has English headings and an ASCII colon.
fn template(command: &mut Command, words: &Words) -> StyledStr {
    let usage = usage(command, words);
    let style = *command.get_styles().get_header();
    let sections = [
        ("heading-commands", "{subcommands}", command.get_subcommands().any(|inner| !inner.is_hide_set())),
        ("heading-arguments", "{positionals}", command.get_positionals().any(|arg| !arg.is_hide_set())),
        ("heading-options", "{options}", command.get_arguments().any(is_shown_option)),
    ];
    let mut template = format!("{{before-help}}{{about-with-newline}}\n{usage}");
    for (heading, content, _) in sections.into_iter().filter(|(_, _, shown)| *shown) {
        template += &format!("\n\n{style}{}{style:#}\n{content}", text(words, heading));
    }
    (template + "{after-help}").into()
}

fn is_shown_option(arg: &Arg) -> bool {
    !arg.is_positional() && !arg.is_hide_set()
}

/// Returns the usage line with its heading. Error messages keep clap's, which says what was missing.
fn usage(command: &mut Command, words: &Words) -> String {
    let style = *command.get_styles().get_usage();
    let rendered = command.render_usage().ansi().to_string();
    let line = rendered.strip_prefix(&format!("{style}Usage:{style:#} ")).unwrap_or("{usage}");
    let heading = text(words, "heading-usage");
    // A full-width colon brings its own space.
    let gap = if heading.is_ascii() { " " } else { "" };
    let line = [("[OPTIONS]", "usage-options"), ("[COMMAND]", "usage-any-command"), ("<COMMAND>", "usage-command")]
        .into_iter()
        .fold(line.to_owned(), |line, (theirs, id)| line.replace(theirs, &text(words, id)));
    format!("{style}{heading}{style:#}{gap}{line}")
}

fn text(words: &Words, id: &'static str) -> String {
    words.format(&Message::new(id))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::builder::PossibleValue;

    use super::*;

    fn toy() -> Command {
        let values = [PossibleValue::new("auto").help("english"), PossibleValue::new("never")];
        let color = Arg::new("color").long("color").global(true).default_value("auto").value_parser(values);
        Command::new("duizhao")
            .version("1")
            .about("english")
            .subcommand_required(true)
            .arg(color)
            .arg(Arg::new("unknown").long("unknown").help("kept").action(ArgAction::SetTrue))
            .subcommand(
                Command::new("sync")
                    .about("english")
                    .long_about("english, at length")
                    .arg(Arg::new("file").required(true).help("the file")),
            )
    }

    /// Returns what the program prints for these arguments, in one locale.
    fn help(tag: &str, args: &[&str]) -> String {
        let words = Words::new(&tag.parse().expect("a tag"));
        let command = localise(toy(), &words).term_width(100);
        let args = ["duizhao"].iter().chain(args);
        command.try_get_matches_from(args).expect_err("help is shown").render().to_string()
    }

    #[track_caller]
    fn check(tag: &str, args: &[&str], expected: &str) {
        assert_eq!(help(tag, args), expected);
    }

    const PROGRAM_ZH: &str = "\
让 Markdown 文档的译文与原文保持同步，并将二者一同发布

用法：duizhao [选项] <命令>

命令：
  sync  让译文目录跟上原文
  help  显示本帮助，或某个命令的帮助

选项：
      --color <color>  何时使用颜色（默认：auto）（可选：auto、never）
      --unknown        kept
  -h, --help           显示帮助
  -V, --version        显示版本
";

    const SYNC_ZH: &str = "\
让译文目录跟上原文

用法：duizhao sync [选项] <file>

参数：
  <file>  the file

选项：
      --color <color>  何时使用颜色（默认：auto）（可选：auto、never）
  -h, --help           显示帮助
";

    const SYNC_EN: &str = "\
Brings the catalogs up to date with the source

Usage: duizhao sync [OPTIONS] <file>

Arguments:
  <file>  the file

Options:
      --color <color>  When to use colours [default: auto] [possible values: auto, never]
  -h, --help           Shows help
";

    #[test]
    fn help_is_in_the_language_asked_for() {
        check("zh-CN", &["--help"], PROGRAM_ZH);
        check("zh-CN", &["-h"], PROGRAM_ZH);
        check("zh-CN", &["help"], PROGRAM_ZH);
        check("zh-CN", &["sync", "--help"], SYNC_ZH);
        check("zh-CN", &["help", "sync"], SYNC_ZH);
        check("en", &["help", "sync"], SYNC_EN);
    }

    #[test]
    fn help_of_help_is_translated_too() {
        let shown = help("zh-CN", &["help", "help"]);
        assert!(shown.contains("  sync  让译文目录跟上原文\n") && !shown.contains("Print"), "{shown}");
    }

    #[test]
    fn localised_command_still_parses() {
        let words = Words::new(&language(Some("zh")));
        let matches = localise(toy(), &words).try_get_matches_from(["duizhao", "sync", "--color", "never", "a.md"]);
        let matches = matches.expect("valid arguments");
        let (name, inner) = matches.subcommand().expect("a command");
        assert_eq!((name, inner.get_one::<String>("color").map(String::as_str)), ("sync", Some("never")));
        localise(toy(), &words).debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_described_in_every_language() {
        fn described(command: &Command, tag: &str) {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "{tag}: no help for `{name}`");
            for arg in command.get_arguments() {
                assert!(arg.get_help().is_some(), "{tag}: no help for `{name}` `{}`", arg.get_id());
            }
            // Those below `help` are copies without arguments.
            let below = command.get_subcommands().filter(|inner| inner.get_name() != "help");
            below.for_each(|inner| described(inner, tag));
        }
        for locale in locales() {
            let command = crate::args::Arguments::command();
            described(&localise(command, &Words::new(&locale)), &locale.to_string());
        }
    }

    #[test]
    fn every_code_is_explained() {
        let words = Words::new(&language(Some("en")));
        for code in duizhao::checks::codes().into_iter().chain(duizhao::project::CODES) {
            assert!(words.text(&format!("explain-{code}")).is_some(), "no explanation of `{code}`");
        }
    }

    #[test]
    fn language_of_the_flag_is_known_before_parsing() {
        let flag = |line: &str| flag(&line.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(flag("duizhao --lang zh-CN sync").as_deref(), Some("zh-CN"));
        assert_eq!(flag("duizhao sync --lang=en").as_deref(), Some("en"));
        assert_eq!(flag("duizhao sync -- --lang en"), None);
    }

    #[test]
    fn language_is_the_first_wish_that_can_be_met() {
        assert_eq!(best(&[Some("zh"), Some("en"), None]).to_string(), "zh-CN");
        assert_eq!(best(&[None, Some("zh_TW.UTF-8"), Some("en")]).to_string(), "zh-CN");
        assert_eq!(best(&[Some("?"), Some("C"), Some("en-GB")]).to_string(), "en");
        assert_eq!(best(&[None, None, Some("fr")]).to_string(), "en");
        assert_eq!(language(Some("zh-CN")).to_string(), "zh-CN");
    }
}
