//! Links from one page to a heading on another: where anchors are computed from the words of a heading, they follow
//! its translation (rule H-3).

use std::collections::{BTreeSet, HashMap};

use crate::markdown;
use crate::project::build::{Built, Draft};
use crate::project::outputs::Planned;
use crate::project::workspace::{Error, Workspace};
use crate::publish::{self, Places, relinked};

/// From an output, a language, a document and an anchor in it to the anchor on its page.
#[derive(Default)]
pub(super) struct Crossings {
    anchors: HashMap<(String, String, String), HashMap<String, String>>,
}

impl Crossings {
    /// Looks up the anchors of all pages that others refer to.
    pub(super) fn new(workspace: &Workspace, outputs: &[Planned<'_>], drafts: &[Draft]) -> Result<Crossings, Error> {
        let computed = |draft: &&Draft| {
            let planned = outputs.iter().find(|planned| planned.output.name == draft.built.output);
            planned.is_some_and(|planned| planned.format.name() == "markdown" && !planned.dialect.ids)
        };
        let mut wanted = BTreeSet::new();
        for draft in drafts.iter().filter(computed) {
            let Some(page) = draft.files.first() else { continue };
            for (document, _) in crossed(&draft.places, &page.text) {
                wanted.insert((draft.built.output.clone(), draft.built.locale.clone(), document));
            }
        }
        let mut crossings = Crossings::default();
        if wanted.is_empty() {
            return Ok(crossings);
        }
        for draft in drafts {
            let key = (draft.built.output.clone(), draft.built.locale.clone(), draft.built.document.clone());
            let (true, Some(page)) = (wanted.contains(&key), draft.files.first()) else { continue };
            let source = workspace.root.read(&draft.built.document)?.unwrap_or_default();
            crossings.anchors.insert(key, publish::followed(&source, &page.text, &workspace.config.options()));
        }
        Ok(crossings)
    }

    /// Writes the anchors of other pages into a page.
    pub(super) fn cross(&self, built: &Built, places: &Places, text: &mut String) {
        if self.anchors.is_empty() {
            return;
        }
        let body = body(text);
        let moved = |destination: &str| {
            let (document, anchor) = places.document_at(destination)?;
            let key = (built.output.clone(), built.locale.clone(), document);
            let to = self.anchors.get(&key)?.get(anchor)?;
            (to != anchor).then(|| format!("{}#{to}", &destination[..destination.len() - anchor.len() - 1]))
        };
        *text = relinked(text, body, moved);
    }
}

fn body(text: &str) -> usize {
    markdown::front_matter(text, 0, &[]).map_or(0, |front| front.span.end)
}

/// The documents, and anchors in them, that a page refers to.
fn crossed(places: &Places, text: &str) -> Vec<(String, String)> {
    if !text.contains('#') {
        return Vec::new();
    }
    let body = body(text);
    let leads = markdown::leads(&text[body..]).into_iter();
    let found = leads.filter_map(|leads| places.document_at(&text[leads.span.start + body..leads.span.end + body]));
    found.filter(|(_, anchor)| !anchor.is_empty()).map(|(document, anchor)| (document, anchor.to_owned())).collect()
}
