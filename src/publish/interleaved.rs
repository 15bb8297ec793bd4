//! Layout `interleaved`: each block in both languages, in one file without raw HTML.
//!
//! A heading is one heading `first / second`; a list stays one list; a small table has merged cells, a large one is
//! printed twice; code and breaks stand once.

use crate::publish::weave::Weaver;
use crate::publish::{Dialect, Emitted, Layout, Page, compose};

pub(super) static LAYOUT: Interleaved = Interleaved;

pub(super) struct Interleaved;

impl Layout for Interleaved {
    fn name(&self) -> &'static str {
        "interleaved"
    }

    fn suits(&self, _: &Dialect) -> bool {
        true
    }

    fn emit(&self, page: &Page<'_>) -> Emitted {
        let weaver = Weaver::new(page);
        compose::settled(page, &weaver, weaver.patches(|_| true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Options;
    use crate::publish::{Style, Target};
    use crate::segment::split;

    /// Emits a page whose units have one line of translation each.
    #[track_caller]
    fn check(source: &str, targets: &[&str], expected: &str) {
        let document = split(source, "en", &Options::default());
        let page = Page {
            source,
            document: &document,
            targets: targets.iter().map(|target| Target::Segments(vec![(*target).to_owned()])).collect(),
            source_locale: "en",
            locale: "zh-CN",
            key: "page".to_owned(),
            options: Options::default(),
            style: Style::default(),
        };
        assert_eq!(LAYOUT.emit(&page), Emitted { text: expected.to_owned(), refused: Vec::new() });
    }

    #[test]
    fn a_task_keeps_its_box_and_holds_both_languages() {
        check("- [ ] Do it.\n- [x] Rest.\n", &["做。", "歇。"], "- [ ] Do it.\n\n  做。\n- [x] Rest.\n\n  歇。\n");
        check("> 1. [ ] Do it.\n", &["做。"], "> 1. [ ] Do it.\n>\n>    做。\n");
    }
}
