//! The last line of a built file: what it was built from, and a hash that shows whether somebody
//! edited it since.

use crate::text::fingerprint;

/// What a file on disk is to `build`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Built by us and not touched since.
    Ours,
    /// Built by us, then edited.
    Edited,
    /// Not built by us.
    Foreign,
}

const START: &str = "<!-- duizhao: built from ";

/// Returns `text` with the marker behind it. A page that ends inside an open block of code or HTML
/// would show the marker, so an open fence is closed by a blank line first where it can be.
pub fn marked(text: &str, path: &str, locale: &str) -> String {
    let hash = fingerprint(text).hex(12);
    let gap = match () {
        () if text.is_empty() || text.ends_with("\n\n") => "",
        () if text.ends_with('\n') => "\n",
        () => "\n\n",
    };
    // `-->` in a path would end the comment early.
    let path = path.replace("--", "%2D%2D");
    format!("{text}{gap}{START}{path} ({locale}); do not edit; {hash} -->\n")
}

/// Returns what a file is, and its text without the marker.
pub fn strip_marker(text: &str) -> (Marked, &str) {
    let Some(at) = text.rfind(START) else { return (Marked::Foreign, text) };
    let line = text[at..].trim_end();
    let Some(hash) = line.strip_suffix(" -->").and_then(|line| line.rsplit(' ').next()) else {
        return (Marked::Edited, text);
    };
    let before = &text[..at];
    // The blank line before the marker is ours as well; try each length it can have.
    for gap in ["\n\n", "\n", ""] {
        if let Some(body) = before.strip_suffix(gap)
            && fingerprint(body).hex(12) == hash
        {
            return (Marked::Ours, body);
        }
    }
    (Marked::Edited, before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_built_file_is_known_until_it_is_edited() {
        for text in ["# 你好\n", "", "无换行", "x\n\n"] {
            let built = marked(text, "content/a--b.md", "zh-CN");
            assert_eq!(strip_marker(&built), (Marked::Ours, text));
            assert_eq!(strip_marker(&format!("多{built}")).0, Marked::Edited);
        }
        assert_eq!(strip_marker("# 自己写的\n").0, Marked::Foreign);
    }
}
