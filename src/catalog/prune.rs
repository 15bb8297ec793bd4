//! Removing records from a catalog: the only way besides an editor.

use crate::catalog::update::extent;
use crate::catalog::{Catalog, Record};
use crate::text::{Edit, apply};

/// Returns the text of a catalog without the records that `unwanted` names.
pub fn prune(catalog: &Catalog, unwanted: &dyn Fn(&Record) -> bool) -> String {
    let records = catalog.records.iter().filter(|record| unwanted(record));
    apply(&catalog.text, records.map(|record| Edit::new(extent(catalog, record), "")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read;

    #[track_caller]
    fn check(catalog: &str, expected: &str) {
        let catalog = read(catalog.to_owned(), "en");
        assert_eq!(prune(&catalog, &|record| record.obsolete.is_some()), expected);
    }

    #[test]
    fn record_goes_with_the_blank_line_above_it() {
        check("### head\n\n# en: A\n# obsolete:\na =\n    甲\n\nb =\n    乙\n", "### head\n\nb =\n    乙\n");
        check(
            "### head\r\n\r\na =\r\n    甲\r\n\r\n# obsolete:\r\nb =\r\n    乙\r\n",
            "### head\r\n\r\na =\r\n    甲\r\n",
        );
        check("# obsolete:\na =\n    甲\n# obsolete:\nb =\n    乙\nc =\n    丙\n", "c =\n    丙\n");
    }

    #[test]
    fn group_comment_of_a_heading_goes_with_it_and_no_other() {
        let record = "# en: Lunch\n# obsolete:\nlunch =\n    午餐\n";
        check(&format!("### head\n\n## Lunch\n\n{record}"), "### head\n");
        check(&format!("### head\n\n## Noon\n\n{record}"), "### head\n\n## Noon\n");
    }

    #[test]
    fn notes_and_damaged_records_stay() {
        let rest = "# a note of its own\n\nnot understood\n";
        check(&format!("{rest}\n# obsolete:\na =\n    甲\n"), rest);
    }
}
