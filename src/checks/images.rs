//! An image lost, added, or replaced by another.

use crate::checks::{Example, Fault, Pair, pair::PairCheck};
use crate::finding::{Message, Severity};
use crate::markdown::Destination;

pub(super) static CHECK: PairCheck = PairCheck {
    code: "images",
    severity: [Severity::Error; 2],
    settings: &[],
    examples: &[
        Example { source: "![Hall](a.png) here", target: "这里", reported: &["![Hall](a.png)"] },
        Example { source: "![Hall](a.png)", target: "![大厅](b.png)", reported: &["![大厅](b.png)"] },
        Example { source: "![Hall](a.png)", target: "![大厅](a.zh.png)", reported: &[] },
    ],
    run,
};

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let (source, target) = (&pair.source.images, &pair.target.images);
    let has = |all: &[Destination], image: &Destination| all.iter().any(|other| same(&other.url, &image.url));
    let strange: Vec<&Destination> = target.iter().filter(|image| !has(source, image)).collect();
    let lost = source.iter().filter(|image| !has(target, image));
    for image in &strange {
        report(Fault::at_raw(pair, image.span.clone(), Message::new("finding-image-added")));
    }
    for image in lost.skip(strange.len()) {
        let text = &pair.source.raw[image.span.clone()];
        report(Fault::lacking(text, Message::new("finding-image-lost").with("url", image.url.as_str())));
    }
}

/// Whether two addresses mean one image, or the same in another language: `a.png` and `a.zh.png`.
fn same(one: &str, other: &str) -> bool {
    let without = |url: &str| {
        let folders = url.split('/').filter(|folder| !["en", "zh", "zh-cn", "zh-CN"].contains(folder));
        let path = folders.collect::<Vec<_>>().join("/");
        [".zh-cn.", ".zh-CN.", ".zh.", "_zh.", "-zh.", ".en."].iter().fold(path, |path, tag| path.replace(tag, "."))
    };
    one == other || without(one) == without(other)
}
