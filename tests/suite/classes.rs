//! What real edits of real pages are: a change of words or numbers is never form, one of markup is
//! nothing worse than a link, one of addresses is a link.
//!
//! The labels of the shared triples say what changed between two blocks; they were made by a script
//! that knows neither names nor code, so `words` are only told from everything that is no sense.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use duizhao::change::{Class, class};
use duizhao::markdown::Options;
use duizhao::segment;
use serde_json::Value;

use crate::material::{json_values, shared};

/// Returns the units of the block at these lines, joined: without list markers and heading ids.
fn text(path: &Path, block: &Value) -> String {
    let source = fs::read_to_string(path).expect("a page");
    let line = |key: &str| block[key].as_u64().expect("a line") as usize;
    let lines: Vec<&str> = source.lines().skip(line("l0") - 1).take(line("l1") - line("l0") + 1).collect();
    let units = segment::split(&lines.join("\n"), "en", &Options::default()).units;
    units.iter().map(|unit| unit.joined()).collect::<Vec<_>>().join(" ")
}

#[test]
fn real_edits_have_the_class_of_their_label() {
    let Some(triples) = shared("corpora/C-staleness") else { return };
    let mut seen: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for row in json_values(&triples.join("index.jsonl")) {
        let folder = triples.join(row["id"].as_str().expect("an id"));
        let labels = &json_values(&folder.join("labels.json"))[0];
        let (old, new) = (labels["old"].as_array().expect("blocks"), labels["new"].as_array().expect("blocks"));
        for block in new {
            let (Some(sub), Some(from)) = (block["sub"].as_str(), block["from"].as_u64()) else { continue };
            let before = old.iter().find(|old| old["i"].as_u64() == Some(from)).expect("a block");
            let (was, now) = (text(&folder.join("old.md"), before), text(&folder.join("new.md"), block));
            // A block without a unit, or an image that alone changed, has nothing to translate.
            if !was.is_empty() && !now.is_empty() && (was != now || sub != "url_only") {
                let shown = format!("{}: {was}\n  > {now}", row["id"]);
                seen.entry((sub.to_owned(), class(&was, &now).name())).or_default().push(shown);
            }
        }
    }
    for ((sub, class), shown) in &seen {
        eprintln!("{sub}: {} {class}", shown.len());
    }
    let those = |sub: &str, wanted: &dyn Fn(&str) -> bool| -> Vec<&String> {
        seen.iter().filter(|((own, class), _)| own == sub && wanted(class)).flat_map(|(_, shown)| shown).collect()
    };
    let (form, link) = (Class::Form.name(), Class::Link.name());
    assert!(seen.values().map(Vec::len).sum::<usize>() > 200);
    for sub in ["words", "number_only"] {
        assert_eq!(those(sub, &|class| class == form || class == link), Vec::<&String>::new(), "{sub}");
    }
    assert_eq!(those("url_only", &|class| class != link), Vec::<&String>::new());
    let mut graver = those("markup_only", &|class| class != form && class != link);
    // What became code is no mere markup: it is not translated.
    graver.retain(|shown| !shown.contains('`'));
    assert_eq!(graver, Vec::<&String>::new());
}
