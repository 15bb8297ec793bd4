//! Terms in a table: CSV with a head, one column a language.

use crate::glossary::Proposal;
use crate::locale::nearest;
use crate::project::terms::Raw;

/// Reads a table. The columns of the languages are called after them; `also`, `forbidden`, `context`, `dnt`,
/// `strict`, `case`, `kind` and `note` may stand beside these, and others do not matter.
///
/// Returns `None` where a language has no column; the error says where the table cannot be read.
pub(super) fn read(text: &str, source: &str, target: &str) -> Result<Option<Vec<Raw>>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().map_err(|error| error.to_string())?.iter().map(str::to_owned).collect();
    let names: Vec<&str> = head.iter().map(String::as_str).collect();
    let column = |name: &str| names.iter().position(|own| own.eq_ignore_ascii_case(name));
    let language = |tag: &str| nearest(tag, &names).and_then(column);
    let (Some(source), Some(target)) = (language(source), language(target)) else { return Ok(None) };
    let mut terms = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |at: usize| record.get(at).unwrap_or("").to_owned();
        let named = |name: &str| column(name).map(cell).unwrap_or_default();
        let several = |name: &str| {
            let cell = named(name);
            let parts = cell.split(['|', '｜']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect::<Vec<_>>()
        };
        let is_set = |name: &str| matches!(named(name).to_ascii_lowercase().as_str(), "yes" | "true" | "1" | "是");
        let text = |name: &str| Some(named(name)).filter(|text| !text.is_empty());
        let proposal = Proposal {
            wordings: Vec::new(),
            translation: cell(target),
            also: several("also"),
            forbidden: several("forbidden"),
            context: several("context"),
            is_protected: is_set("dnt"),
            is_strict: is_set("strict"),
            case: text("case"),
            kind: text("kind"),
            note: named("note"),
        };
        terms.push(Raw { source: cell(source), proposal });
    }
    Ok(Some(terms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_commas_quotes_and_line_ends() {
        let text = "en,zh-Hans,zh-Hant-HK,dnt,note,kind\r\n\"Nov. 7, 2020\",11 月 7 日,x,no,\"a \"\"b\"\"\nc\",date\r\nMilvus,,x,YES,,\r\nshort\r\n";
        let terms = read(text, "en", "zh-CN").expect("a table").expect("both languages");
        let shown = |raw: &Raw| format!("{}={} {}", raw.source, raw.proposal.translation, raw.proposal.is_protected);
        assert_eq!(
            terms.iter().map(shown).collect::<Vec<_>>(),
            ["Nov. 7, 2020=11 月 7 日 false", "Milvus= true", "short= false"]
        );
        assert_eq!((terms[0].proposal.note.as_str(), terms[0].proposal.kind.as_deref()), ("a \"b\"\nc", Some("date")));
    }

    #[test]
    fn a_table_without_a_language_has_no_terms() {
        assert_eq!(read("en,ja\na,b\n", "en", "zh-CN"), Ok(None));
        assert_eq!(read("", "en", "zh-CN"), Ok(None));
    }
}
