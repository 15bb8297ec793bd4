//! 你 and 您 in one document.

use crate::checks::words::{overlap, quoted};
use crate::checks::{Check, Pairing, Profile, Seen, Setting};
use crate::finding::{Finding, Fix, Message, Safety, Severity};
use crate::text::{Edit, Span};

pub(super) static CHECK: YouForm = YouForm;

pub(super) struct YouForm;

const CODE: &str = "you-form";
/// Which form documents use; `any` asks for one in each document.
const FORM: &str = "form";
const FORMS: [&str; 2] = ["你", "您"];

impl Check for YouForm {
    fn code(&self) -> &'static str {
        CODE
    }

    fn severity(&self, _: Profile) -> Severity {
        Severity::Info
    }

    fn settings(&self) -> &'static [Setting] {
        &[Setting { name: FORM, default: "any", values: &["any", "你", "您"] }]
    }

    fn among(&self, pairing: &Pairing<'_>, seen: &[Seen], report: &mut dyn FnMut(Finding)) {
        if !pairing.locale.starts_with("zh") {
            return;
        }
        let speaks = |it: &&Seen| FORMS.iter().any(|form| it.target.visible.contains(form));
        let views: Vec<&Seen> = seen.iter().filter(speaks).collect();
        let count = |form: &str| views.iter().map(|it| places(&it.target.visible, form).len()).sum::<usize>();
        let wanted = wanted(pairing.settings.choice(CODE, FORM), FORMS.map(count));
        for Seen { unit, index, target: view, .. } in views {
            let other = if wanted == FORMS[0] { FORMS[1] } else { FORMS[0] };
            for place in places(&view.visible, other) {
                let message = Message::new("finding-you-form").with("form", wanted).with("other", other);
                let mut finding = pairing.finding(CODE, *unit, Some(*index), message);
                if let Some(target) = &mut finding.target {
                    pairing.narrow(target, other, 0);
                }
                let edits = vec![Edit::new(view.raw_span(&place), wanted)];
                finding.fix = Some(Fix { edits, safety: Safety::Unsafe });
                other.clone_into(&mut finding.evidence);
                report(finding);
            }
        }
    }
}

/// Returns the form that a document should use: the one that is set, else the one it uses more, else 你.
fn wanted(set: &str, counts: [usize; 2]) -> &'static str {
    match FORMS.iter().position(|form| *form == set) {
        Some(at) => FORMS[at],
        None => FORMS[usize::from(counts[1] > counts[0])],
    }
}

/// Returns where a form stands in a text, quotations left out. 迷你 speaks to nobody.
fn places(text: &str, form: &str) -> Vec<Span> {
    let quoted = quoted(text);
    let spans = text.match_indices(form).map(|(at, form)| at..at + form.len());
    let meant = |span: &Span| !text[..span.start].ends_with('迷') && !quoted.iter().any(|it| overlap(it, span));
    spans.filter(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_form_is_told() {
        assert_eq!(wanted("any", [2, 1]), "你");
        assert_eq!(wanted("any", [1, 2]), "您");
        assert_eq!(wanted("any", [1, 1]), "你");
        assert_eq!(wanted("您", [5, 0]), "您");
    }

    #[test]
    fn quotations_speak_for_others() {
        assert_eq!(places("你用迷你版，他说“你好”。", "你"), vec![0..3; 1]);
    }
}
