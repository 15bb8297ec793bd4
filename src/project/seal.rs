//! How a file that `build` wrote is known again: a hash of it, in the file where it has room for one, else in the
//! JSON beside it.

use serde_json::{Map, Value, json};

use crate::publish::{File, Marked, Seal, mark_of, marked, marked_jsx};
use crate::text::fingerprint;

/// The field of JSON that says what a file was made of.
const FIELD: &str = "duizhao";

/// Returns the contents of a page's files as they are written.
pub(super) fn sealed(files: Vec<File>, document: &str, locale: &str) -> Vec<(&'static str, String, Seal)> {
    let beside: Map<String, Value> = files
        .iter()
        .filter(|file| file.seal == Seal::Beside)
        .map(|file| (file.ending.to_owned(), json!(hash(&file.text))))
        .collect();
    let sealed = |file: File| {
        let text = match file.seal {
            Seal::Comment => marked(&file.text, document, locale),
            Seal::Jsx => marked_jsx(&file.text, document, locale),
            Seal::Beside => file.text,
            Seal::Field => with_field(&file.text, document, locale, &beside),
        };
        (file.ending, text, file.seal)
    };
    files.into_iter().map(sealed).collect()
}

/// Returns what a file on disk is to `build`. `beside` is the JSON that stands beside it, if there is any.
pub(super) fn kind(text: &str, seal: Seal, ending: &str, beside: Option<&str>) -> Marked {
    match seal {
        Seal::Comment | Seal::Jsx => mark_of(text),
        Seal::Field => {
            let Ok(Value::Object(mut object)) = serde_json::from_str(text) else { return Marked::Foreign };
            let Some(field) = object.remove(FIELD) else { return Marked::Foreign };
            let is_ours = field["hash"] == json!(hash(&Value::Object(object).to_string()));
            if is_ours { Marked::Ours } else { Marked::Edited }
        }
        Seal::Beside => {
            let found = beside.and_then(|text| serde_json::from_str::<Value>(text).ok());
            match found.as_ref().and_then(|object| object[FIELD]["beside"][ending].as_str()) {
                None => Marked::Foreign,
                Some(known) if known == hash(text) => Marked::Ours,
                Some(_) => Marked::Edited,
            }
        }
    }
}

fn with_field(text: &str, document: &str, locale: &str, beside: &Map<String, Value>) -> String {
    let mut object = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    };
    let hash = hash(&Value::Object(object.clone()).to_string());
    object
        .insert(FIELD.to_owned(), json!({ "built_from": document, "locale": locale, "hash": hash, "beside": beside }));
    let pretty = serde_json::to_string_pretty(&Value::Object(object)).unwrap_or_default();
    format!("{pretty}\n")
}

/// Line ends aside: git may change them.
fn hash(text: &str) -> String {
    fingerprint(&text.replace("\r\n", "\n")).hex(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(&'static str, String, Seal)> {
        let file = |ending, text: &str, seal| File { ending, text: text.to_owned(), seal };
        sealed(
            vec![
                file("", "<section>一</section>", Seal::Beside),
                file(".json", "{\"title\": \"一\", \"n\": 1}", Seal::Field),
                file(".mdx", "# 一\n", Seal::Jsx),
            ],
            "a.md",
            "zh-CN",
        )
    }

    #[test]
    fn what_we_wrote_is_ours_until_it_is_edited() {
        let files = files();
        let beside = files[1].1.clone();
        for (ending, text, seal) in &files {
            assert_eq!(kind(text, *seal, ending, Some(&beside)), Marked::Ours, "{text}");
            assert_eq!(kind(&text.replace('一', "二"), *seal, ending, Some(&beside)), Marked::Edited, "{text}");
        }
    }

    #[test]
    fn what_says_nothing_of_us_is_somebody_elses() {
        assert_eq!(kind("<section></section>", Seal::Beside, "", None), Marked::Foreign);
        assert_eq!(kind("{\"title\": 1}", Seal::Field, ".json", None), Marked::Foreign);
        assert_eq!(kind("# 一\n", Seal::Comment, "", None), Marked::Foreign);
    }
}
