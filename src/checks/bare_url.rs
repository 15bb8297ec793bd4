//! An address with Chinese directly behind it: many readers take the Chinese for a part of it.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::text::is_wide;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "bare-url-swallow",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example {
            source: "See https://a.b, please.", target: "请看 https://a.b，谢谢。", reported: &["https://a.b"]
        },
        Example { source: "See https://a.b now.", target: "请看 https://a.b 再说。", reported: &[] },
        Example { source: "See <https://a.b>.", target: "请看 <https://a.b>。", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let raw = &pair.target.raw;
    for link in pair.target.links.iter().filter(|link| link.autolink) {
        let span = link.span.clone();
        let bare = !raw[span.clone()].starts_with('<') && !link.url.contains('@');
        if bare && raw[span.end..].chars().next().is_some_and(is_wide) {
            let fault = Fault::at_raw(pair, span, Message::new("finding-bare-url"));
            report(fault.fixed(format!("<{}>", link.url), Safety::Safe));
        }
    }
}
