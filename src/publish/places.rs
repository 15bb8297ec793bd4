//! Where things lie around a page: rules T3 and T4. A link to another document leads to its page in the same language;
//! one to an image or another file leads there from where the page is. What leads elsewhere is left alone.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::markdown;
use crate::text::{Edit, apply};

/// What lies around a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The path of the document.
    pub document: String,
    /// The path of the page.
    pub page: String,
    /// The pages that the documents of the workspace have in this output and language.
    pub pages: Arc<Pages>,
    /// The files among those that the document refers to, by path.
    pub files: HashSet<String>,
    /// Whether these files are copied beside the page.
    pub copied: bool,
}

/// The pages of documents, found from either side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    of: HashMap<String, String>,
    at: HashMap<String, String>,
}

impl Pages {
    /// Notes the page of a document.
    pub fn add(&mut self, document: &str, page: String) {
        self.at.insert(page.clone(), document.to_owned());
        self.of.insert(document.to_owned(), page);
    }

    /// Returns the page of a document.
    pub fn of(&self, document: &str) -> Option<&String> {
        self.of.get(document)
    }

    /// Returns all documents with their pages.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.of.iter()
    }
}

impl Places {
    /// Returns a destination as it must be written on the page; `None` where it stays.
    pub fn moved(&self, destination: &str) -> Option<String> {
        if self.page.is_empty() {
            return None;
        }
        let (path, rest) = parted(destination)?;
        let resolved = resolved(folder(&self.document), &decoded(path))?;
        let page = self.pages.of(&resolved);
        let to = match page {
            Some(page) => page,
            // Beside the page they lie as they lie beside the document.
            None if self.is_copied(&resolved) => return None,
            None => self.files.get(&resolved)?,
        };
        let moved = relative(folder(&self.page), to);
        let own = relative(folder(&self.document), &resolved);
        // The path as it was written says the same: it keeps its escapes and its `./`.
        (moved != own).then(|| format!("{}{rest}", encoded(&moved)))
    }

    /// Returns a destination that a translator has chosen, as it must be written on the page: it leads to the file it
    /// names, not to a page made of it, such as the link to the other language.
    pub fn kept(&self, destination: &str) -> Option<String> {
        let (path, rest) = parted(destination)?;
        let own = resolved(folder(&self.document), &decoded(path))?;
        let known = self.pages.of(&own).is_some() || self.files.contains(&own);
        let moved = relative(folder(&self.page), &own);
        (known && !self.page.is_empty() && moved != relative(folder(&self.document), &own))
            .then(|| format!("{}{rest}", encoded(&moved)))
    }

    /// Returns the document whose page a destination on this page leads to, and the anchor in it.
    pub fn document_at<'d>(&self, destination: &'d str) -> Option<(String, &'d str)> {
        let (path, rest) = parted(destination)?;
        let page = resolved(folder(&self.page), &decoded(path))?;
        let document = self.pages.at.get(&page)?;
        Some((document.clone(), rest.split_once('#')?.1))
    }

    /// Returns the files to be copied for the page: from where, and where to.
    pub fn copies(&self) -> BTreeSet<(String, String)> {
        let to = |file: &&String| resolved(folder(&self.page), &relative(folder(&self.document), file));
        let copied = self.files.iter().filter(|file| self.is_copied(file));
        copied.filter_map(|file| Some((file.clone(), to(&file)?))).filter(|(from, to)| from != to).collect()
    }

    /// Rule T1: what lies above the document's folder would land above the page's, so it is not copied.
    fn is_copied(&self, file: &str) -> bool {
        let folder = folder(&self.document);
        self.copied
            && self.files.contains(file)
            && (folder.is_empty() || file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// Returns a page whose destinations are moved. `body` is the byte behind front matter.
pub fn relinked(text: &str, body: usize, moved: impl Fn(&str) -> Option<String>) -> String {
    let edits = markdown::leads(&text[body..]).into_iter().filter_map(|leads| {
        let span = leads.span.start + body..leads.span.end + body;
        let to = moved(&text[span.clone()])?;
        Some(Edit::new(span, to))
    });
    let mut edits: Vec<Edit> = edits.collect();
    edits.dedup_by(|one, other| one.span == other.span);
    apply(text, edits)
}

/// Returns the paths of files that a text refers to from the folder of `document`, relative to the workspace.
pub fn references(document: &str, text: &str) -> BTreeSet<String> {
    if !has_relative_destinations(text) {
        return BTreeSet::new();
    }
    let leads = markdown::leads(text);
    let paths = leads.into_iter().filter_map(|leads| {
        let (path, _) = parted(&text[leads.span])?;
        resolved(folder(document), &decoded(path))
    });
    paths.collect()
}

/// Whether a text may lead to a file by a relative path; wrong only where it says so.
pub(super) fn has_relative_destinations(text: &str) -> bool {
    let elsewhere = |rest: &str| {
        let rest = rest.trim_start_matches([' ', '\t', '<', '"', '\'']);
        ["http://", "https://", "mailto:", "#", "/"].iter().any(|start| rest.starts_with(start))
    };
    let marks = ["](", "]:", "src=", "href="];
    marks.iter().any(|mark| text.match_indices(mark).any(|(at, _)| !elsewhere(&text[at + mark.len()..])))
}

/// The path of a relative destination, and its query and anchor; `None` for any other.
fn parted(destination: &str) -> Option<(&str, &str)> {
    let end = destination.find(['#', '?']).unwrap_or(destination.len());
    let (path, rest) = destination.split_at(end);
    let scheme = path.find(':').is_some_and(|at| !path[..at].contains('/'));
    let elsewhere = path.is_empty() || path.starts_with(['/', '{', '@', '~']) || scheme || path.contains("{{");
    (!elsewhere).then_some((path, rest))
}

/// Returns the folder of a path; empty at the top.
pub fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

/// Returns the path, from the workspace, of a path seen from a folder; `None` where it leads out of the workspace.
pub fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the way from a folder to a path, both from the workspace.
pub fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let most = from.len().min(to.len().saturating_sub(1));
    let shared = (0..most).take_while(|at| from[*at] == to[*at]).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// Percent escapes undone.
fn decoded(path: &str) -> String {
    crate::publish::anchors::decoded(path)
}

/// What would end a destination early is escaped.
fn encoded(path: &str) -> String {
    path.replace('%', "%25")
        .replace(' ', "%20")
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('<', "%3C")
        .replace('>', "%3E")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(page: &str) -> Places {
        let mut pages = Pages::default();
        pages.add("content/a.md", page.to_owned());
        pages.add("content/talks/b.md", "out/zh/talks/b.md".to_owned());
        Places {
            document: "content/a.md".to_owned(),
            page: page.to_owned(),
            pages: Arc::new(pages),
            files: ["content/img/a b.png", "LICENSE"].map(str::to_owned).into(),
            copied: false,
        }
    }

    #[track_caller]
    fn check(destination: &str, expected: Option<&str>) {
        assert_eq!(places("out/zh/a.md").moved(destination).as_deref(), expected);
    }

    #[test]
    fn t3_images_are_reached_from_the_page() {
        check("img/a%20b.png", Some("../../content/img/a%20b.png"));
        check("../LICENSE#x", Some("../../LICENSE#x"));
    }

    #[test]
    fn t3_copied_images_lie_beside_the_page() {
        let places = Places { copied: true, ..places("out/zh/a.md") };
        assert_eq!(places.moved("img/a%20b.png"), None);
        let copies: Vec<(String, String)> = places.copies().into_iter().collect();
        assert_eq!(copies, [("content/img/a b.png".to_owned(), "out/zh/img/a b.png".to_owned())]);
    }

    #[test]
    fn t4_links_lead_to_pages_in_the_same_language() {
        check("talks/b.md#one", None);
        check("./talks/../talks/b.md", None);
        let places = places("out/a.md");
        assert_eq!(places.moved("talks/b.md#one").as_deref(), Some("zh/talks/b.md#one"));
        assert_eq!(places.document_at("zh/talks/b.md#one"), Some(("content/talks/b.md".to_owned(), "one")));
    }

    #[test]
    fn what_leads_elsewhere_is_left_alone() {
        for destination in [
            "https://a.example/b",
            "#one",
            "/img/a.png",
            "mailto:a@b.example",
            "nobody.png",
            "../../x",
            "{{< ref >}}",
            "",
        ] {
            check(destination, None);
        }
    }

    #[test]
    fn a_page_is_relinked_in_code_and_definitions_alike() {
        let text = "---\na: (b)\n---\n[a](x) `[a](x)`\n\n[b]: x\n";
        let moved = relinked(text, 15, |destination| (destination == "x").then(|| "y".to_owned()));
        assert_eq!(moved, "---\na: (b)\n---\n[a](y) `[a](x)`\n\n[b]: y\n");
    }
}
