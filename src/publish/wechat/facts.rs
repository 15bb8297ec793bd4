//! What the editor asks for besides the fragment: title, author, digest, the address of the original; counts, and
//! the list of pictures.

use serde_json::{Value, json};

use crate::finding::Message;
use crate::markdown::tree::{Inline, Node, words};
use crate::publish::wechat::allowed::{
    AUTHOR_CHARS, DIGEST_CHARS, DIGEST_OF_BODY, FRAGMENT_CHARS, SOURCE_URL_BYTES, TITLE_CHARS,
};
use crate::publish::wechat::emit::Fragment;
use crate::publish::wechat::inline::{Picture, resolved, shortened};
use crate::publish::wechat::{note, over};
use crate::publish::{Both, Note, Page, Pair, front_value};

/// What the editor asks for.
pub(super) struct Facts {
    /// In the target language alone; in the source where nobody has translated it.
    pub(super) title: String,
    pub(super) author: String,
    pub(super) digest: String,
    pub(super) source_url: String,
}

impl Facts {
    pub(super) fn new(page: &Page<'_>, blocks: &[Pair]) -> Facts {
        let field =
            |key| front_value(page, key).map(|(source, target)| (collapsed(&source), target.map(|it| collapsed(&it))));
        let heading = || {
            blocks.iter().find_map(|block| match block {
                Pair::Heading(1, _, both) => Some(collapsed(&words(both.target.as_ref().unwrap_or(&both.source)))),
                _ => None,
            })
        };
        let title = field("title").map(|(source, target)| target.unwrap_or(source)).filter(|title| !title.is_empty());
        let author = page.style.article.author.clone();
        let author = author.or_else(|| field("author").map(|(source, target)| target.unwrap_or(source)));
        let (described, translated) =
            field("description").map_or((None, None), |(source, target)| (Some(source), target));
        let mut body = Body::default();
        body.read(blocks);
        let digest = translated
            .or_else(|| body.digest(&body.target))
            .or(described.filter(|text| !text.is_empty()))
            .or_else(|| body.digest(&body.source));
        Facts {
            title: title.or_else(heading).unwrap_or_default(),
            author: author.unwrap_or_default(),
            digest: digest.unwrap_or_default(),
            source_url: page.style.article.source_url.clone().unwrap_or_default(),
        }
    }

    /// Returns what is wrong with them (W12).
    pub(super) fn notes(&self, page: &Page<'_>) -> Vec<Note> {
        let chars = |text: &str| text.chars().count();
        let fields = [
            ("title", chars(&self.title), TITLE_CHARS),
            ("author", chars(&self.author), AUTHOR_CHARS),
            ("digest", chars(&self.digest), DIGEST_CHARS),
            ("source-url", self.source_url.len(), SOURCE_URL_BYTES),
        ];
        let too_long = fields.into_iter().filter(|(_, count, most)| count > most);
        let missing = self.title.is_empty().then_some(("no-title", 0, TITLE_CHARS));
        let told = |(field, count, most): (&'static str, usize, usize)| {
            let message = Message::new("finding-wechat-title").with("field", field);
            note("wechat-title", over(page), message.with("count", count).with("most", most))
        };
        too_long.chain(missing).map(told).collect()
    }

    /// Returns the JSON file.
    pub(super) fn json(&self, page: &Page<'_>, fragment: &Fragment) -> String {
        let chars = |text: &str| text.chars().count();
        let images: Vec<Value> = fragment.pictures.iter().map(|picture| listed(page, picture)).collect();
        let facts = json!({
            "title": self.title,
            "author": self.author,
            "digest": self.digest,
            "source_url": self.source_url,
            "counts": {
                "chars": chars(&fragment.html),
                "chars_limit": FRAGMENT_CHARS,
                "bytes": fragment.html.len(),
                "title": chars(&self.title),
                "author": chars(&self.author),
                "digest": chars(&self.digest),
            },
            "images": images,
        });
        format!("{facts:#}\n")
    }
}

/// A picture in the list of those that an article has.
fn listed(page: &Page<'_>, picture: &Picture) -> Value {
    let file = page.style.article.images.get(&picture.destination);
    json!({
        "path": file.map_or_else(|| shortened(&picture.destination), |file| file.path.clone()),
        "src": picture.src,
        "alt": picture.alt,
        "type": file.map(|file| file.kind).filter(|kind| !kind.is_empty()),
        "bytes": file.and_then(|file| file.bytes),
        "status": picture.status.name(),
    })
}

/// White space is one space.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of the paragraphs of a page, in both languages.
#[derive(Default)]
struct Body {
    source: String,
    target: String,
}

impl Body {
    fn read(&mut self, blocks: &[Pair]) {
        for block in blocks {
            if self.target.chars().count() > DIGEST_OF_BODY {
                return;
            }
            match block {
                Pair::Paragraph(Both { source, target }) => {
                    push(&mut self.source, source);
                    if let Some(target) = target {
                        push(&mut self.target, target);
                    }
                }
                Pair::Quote(_, blocks) => self.read(blocks),
                Pair::List(_, items) => items.iter().for_each(|item| self.read(&item.blocks)),
                Pair::Apart(source, target) => {
                    for (nodes, text) in [(source, &mut self.source), (target, &mut self.target)] {
                        for node in nodes {
                            if let Node::Paragraph(inlines) = node {
                                push(text, inlines);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn digest(&self, text: &str) -> Option<String> {
        let cut: String = text.chars().take(DIGEST_OF_BODY).collect();
        Some(cut.trim().to_owned()).filter(|cut| !cut.is_empty())
    }
}

/// A picture is no part of a digest, and between two Chinese sentences stands no space.
fn push(text: &mut String, inlines: &[Inline]) {
    let kept: Vec<Inline> = resolved(inlines).into_iter().filter(|it| !matches!(it, Inline::Image(..))).collect();
    let added = collapsed(&words(&kept));
    if !text.is_empty() && text.ends_with(|ch: char| ch.is_ascii()) && !added.is_empty() {
        text.push(' ');
    }
    text.push_str(&added);
}
