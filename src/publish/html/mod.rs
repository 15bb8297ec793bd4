//! Format `html`: one file that holds the whole page, in both languages with a switch, or in one.
//!
//! The page loads nothing and runs no script but ours, which the policy in its head names by hash; without script
//! both languages show. The only user of minijinja.

mod blocks;
mod head;
mod raw;

use std::collections::BTreeSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value, context};

use crate::finding::{Message, Severity};
use crate::markdown::tree::{Inline, words};
use crate::publish::html::blocks::{Entry, Show, Tongue, Writer};
use crate::publish::html::raw::escaped;
use crate::publish::pairs::{front_value, placed_pairs};
use crate::publish::{Both, File, Format, Made, Note, Order, Page, Pair, Seal};

pub(super) static FORMAT: HtmlPage = HtmlPage;

const TEMPLATE: &str = include_str!("page.html");
const CSS: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// The policy allows no other script. `make test-browser` fails where this is not the hash of page.js.
const SCRIPT_HASH: &str = "sha256-EDNaYTN75SBWaYy43Z6DjnWX2HQkhLWGl+aAOy7YH2c=";

/// A shorter table of contents helps nobody.
const FEWEST_ENTRIES: usize = 3;
/// Deeper headings are not listed.
const DEEPEST_ENTRY: u8 = 3;

pub(super) struct HtmlPage;

impl Format for HtmlPage {
    fn name(&self) -> &'static str {
        "html"
    }

    fn layouts(&self) -> &'static [&'static str] {
        &["columns", "interleaved", "split"]
    }

    fn order(&self) -> Order {
        Order::SourceFirst
    }

    fn files(&self, page: &Page<'_>, layout: &str) -> Made {
        let paired = placed_pairs(page);
        let (text, far) = match written(page, layout, &paired.blocks) {
            Ok(written) => written,
            Err(why) => {
                let message = Message::new("finding-page-template").with("why", why);
                let note = Note { code: "page-template", severity: Severity::Error, unit: None, message };
                return Made { notes: vec![note], ..Made::default() };
            }
        };
        let remote = |address: String| {
            let message = Message::new("finding-remote-image").with("address", address);
            Note { code: "remote-image", severity: Severity::Warning, unit: None, message }
        };
        let files = vec![File { ending: "", text, seal: Seal::Comment }];
        Made { files, refused: paired.refused, notes: far.into_iter().map(remote).collect() }
    }
}

/// Returns what is wrong with a template before it is used; `None` for a well-formed one.
pub fn template_fault(text: &str) -> Option<String> {
    environment().template_from_str(text).err().map(|fault| told(&fault))
}

/// What is wrong with a template, and in which of its lines.
fn told(fault: &minijinja::Error) -> String {
    let what = fault.detail().map_or_else(|| fault.kind().to_string(), |detail| format!("{}: {detail}", fault.kind()));
    fault.line().map_or_else(|| what.clone(), |line| format!("line {line}: {what}"))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    // A variable that is written wrongly is an error, not a hole in the page.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    // Lines that hold nothing but a tag leave no blank line.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment
}

/// What a page is called, for its head.
#[derive(Debug, Default)]
pub(crate) struct Title {
    /// In the language of the page.
    own: String,
    /// In its other language.
    other: Option<String>,
    description: Option<String>,
    date: Option<String>,
    image: Option<String>,
}

/// The parts of a page as HTML.
struct Parts {
    /// What the title says, and the id that it has in the document.
    name: Both,
    id: Option<String>,
    heading: String,
    lede: String,
    contents: String,
    body: String,
    notes: String,
}

/// Returns a page and the images that it does not load, or why the template cannot be filled in.
fn written(page: &Page<'_>, layout: &str, blocks: &[Pair]) -> Result<(String, Vec<String>), String> {
    let show = if layout == "split" { Show::Target } else { Show::Both };
    let (source, target) = tongues(page);
    let mut writer = Writer::new(page, source, target, blocks);
    let (name, id, rest) = title(page, blocks);
    let id = id.map(|id| writer.ids.unique(id));
    let heading = writer.spans(&name, show);
    let (title, lede) = titled(page, &name, show, &mut writer);
    let body = writer.blocks(rest, show);
    let notes = writer.footnotes(show);
    let outline = std::mem::take(&mut writer.outline);
    let contents = if page.style.web.toc { contents(&outline) } else { String::new() };
    let parts = Parts { name, id, heading, lede, contents, body, notes };
    let values = values(page, layout, title, parts, &mut writer);
    let template = page.style.web.template.as_deref().unwrap_or(TEMPLATE);
    let text = environment().render_str(template, values).map_err(|fault| told(&fault))?;
    // Our own files may have been checked out with other line ends, and the policy names the script by its hash.
    let text = text.replace('\r', "");
    // Both languages have the same image.
    let mut seen = BTreeSet::new();
    let far = writer.far.into_iter().filter(|address| seen.insert(address.clone())).collect();
    Ok((format!("{}\n", text.trim_end()), far))
}

/// The variables of the template; docs/output.md describes each.
fn values(page: &Page<'_>, layout: &str, title: Title, parts: Parts, writer: &mut Writer<'_>) -> Value {
    let is_split = layout == "split";
    let show = if is_split { Show::Target } else { Show::Both };
    // Headings were first: links of the document lead to them.
    let [main_id, contents_id, notes_id] = ["main", "contents", "notes"].map(|id| writer.ids.unique(id));
    let (own, other) = (&writer.target, &writer.source);
    let languages: &[&str] = if is_split { &[&own.tag] } else { &[&own.tag, &other.tag] };
    let head = head::head(page, languages, &title);
    let safe = Value::from_safe_string;
    let tongue = |tongue: &Tongue| context! { key => &tongue.key, tag => &tongue.tag, name => &tongue.name };
    let (source_notes, target_notes) = &page.style.labels.notes;
    context! {
        layout,
        lang => &own.tag,
        views => (!is_split).then(|| format!("both {} {}", own.key, other.key)),
        source => tongue(other),
        target => tongue(own),
        title => match &title.other { Some(other) => format!("{} | {other}", title.own), None => title.own },
        description => title.description,
        date => title.date,
        canonical => head.canonical,
        alternates => head.alternates.iter().map(|(lang, url)| context! { lang, url }).collect::<Vec<_>>(),
        graph => head.graph.iter().map(|(name, content)| context! { name => *name, content }).collect::<Vec<_>>(),
        json => head.json.map(safe),
        css => safe(style_sheet(page)),
        view_css => (!is_split).then(|| safe(view_css(&other.key, &own.key))),
        script => (!is_split).then(|| safe(SCRIPT.to_owned())),
        script_hash => SCRIPT_HASH,
        skip => safe(skip(page, writer, is_split)),
        switch_label => switch_label(page),
        heading => safe(parts.heading),
        heading_id => parts.id,
        is_both => !is_split && parts.name.target.is_some(),
        lede => safe(parts.lede),
        contents => safe(parts.contents),
        contents_label => safe(writer.words(show, |words| &words.contents)),
        body => safe(parts.body),
        notes => safe(parts.notes),
        notes_label => safe(writer.both_words(source_notes, target_notes, show)),
        main_id,
        contents_id,
        notes_id,
    }
}

/// The languages of a page as it names them.
fn tongues(page: &Page<'_>) -> (Tongue, Tongue) {
    let (source, target) = head::keys(page.source_locale, page.locale);
    let labels = &page.style.labels;
    (
        Tongue { key: source, tag: head::tag(page.source_locale), name: labels.source.clone() },
        Tongue { key: target, tag: head::tag(page.locale), name: labels.target.clone() },
    )
}

/// Returns the title of a page, the id of the heading that it is taken from, and the blocks below it: the title of
/// the front matter, else the first heading of the document, else its key.
fn title<'b>(page: &Page<'_>, blocks: &'b [Pair]) -> (Both, Option<&'b str>, &'b [Pair]) {
    let first = match blocks {
        [Pair::Heading(_, id, both), rest @ ..] => Some((id.as_str(), both, rest)),
        _ => None,
    };
    let plain = |text: String| vec![Inline::Text(text)];
    match (front_value(page, "title"), first) {
        (Some((title, _)), Some((id, both, rest))) if words(&both.source).trim() == title.trim() => {
            (both.clone(), Some(id), rest)
        }
        (Some((source, target)), _) => (Both { source: plain(source), target: target.map(plain) }, None, blocks),
        (None, Some((id, both, rest))) => (both.clone(), Some(id), rest),
        (None, None) => (Both { source: plain(page.key.clone()), target: None }, None, blocks),
    }
}

/// Returns what the head says of a page, and its description as HTML.
fn titled(page: &Page<'_>, name: &Both, show: Show, writer: &mut Writer<'_>) -> (Title, String) {
    let source = words(&name.source);
    let target = name.target.as_ref().map(|target| words(target));
    let (own, other) = match (target, show) {
        (Some(target), Show::Both) => (target, Some(source)),
        (Some(target), _) => (target, None),
        (None, _) => (source, None),
    };
    let described = front_value(page, "description").or_else(|| front_value(page, "summary"));
    let described = described.filter(|(source, _)| !source.trim().is_empty());
    let plain = |text: &String| vec![Inline::Text(text.clone())];
    let lede = described.as_ref().map_or(String::new(), |(source, target)| {
        let both = Both { source: plain(source), target: target.as_ref().map(plain) };
        writer.blocks(&[Pair::Paragraph(both)], show)
    });
    let description = described.map(|(source, target)| target.unwrap_or(source));
    let date = front_line(page, "date").and_then(|date| date.get(..10).map(str::to_owned)).filter(|date| is_date(date));
    let image = ["image", "cover"].into_iter().find_map(|key| front_line(page, key));
    (Title { own, other, description, date, image }, lede)
}

fn is_date(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// Returns the value of a key that is not translated, where it stands on one line.
fn front_line(page: &Page<'_>, key: &str) -> Option<String> {
    let front = page.document.parsed.front_matter.as_ref()?;
    let value = page.source[front.span.clone()].lines().find_map(|line| {
        let value = line.strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    });
    value.filter(|value| !value.is_empty() && !value.starts_with(['[', '{', '|', '>', '&', '*']))
}

/// The table of contents as nested lists; empty where it would be too short.
fn contents(outline: &[Entry]) -> String {
    let entries: Vec<&Entry> = outline.iter().filter(|entry| entry.level <= DEEPEST_ENTRY).collect();
    if entries.len() < FEWEST_ENTRIES {
        return String::new();
    }
    let mut out = String::new();
    let mut depth = 1;
    for entry in entries {
        // No level is left out on the way down, so one list is opened at a time.
        if entry.level > depth {
            out.push_str("\n<ol>\n");
            depth += 1;
        } else {
            out.push_str("</li>\n");
            while entry.level < depth {
                out.push_str("</ol>\n</li>\n");
                depth -= 1;
            }
        }
        out.push_str(&format!("<li><a href=\"#{}\">{}</a>", escaped(&entry.id), entry.text));
    }
    while depth > 1 {
        out.push_str("</li>\n</ol>\n");
        depth -= 1;
    }
    out
}

/// Our style sheet, or that of the settings. It cannot end the element that it stands in.
fn style_sheet(page: &Page<'_>) -> String {
    let css = page.style.web.css.as_deref().unwrap_or(CSS);
    css.replace("</", "<\\/").trim_end().to_owned()
}

/// What hides a language, whatever the style sheet says otherwise.
fn view_css(source: &str, target: &str) -> String {
    let (source, target) = (escaped(source), escaped(target));
    format!(
        "html[data-view={target}] [data-l={source}],html[data-view={source}] [data-l={target}]{{display:none!important}}"
    )
}

/// The words of the link to the text: the language of the page first.
fn skip(page: &Page<'_>, writer: &Writer<'_>, is_split: bool) -> String {
    let (source, target) = &page.style.labels.page;
    if is_split || source.skip == target.skip {
        return escaped(&target.skip);
    }
    format!("{} <span lang=\"{}\">{}</span>", escaped(&target.skip), escaped(&writer.source.tag), escaped(&source.skip))
}

fn switch_label(page: &Page<'_>) -> String {
    let (source, target) = &page.style.labels.page;
    if source.switch == target.switch { target.switch.clone() } else { format!("{} {}", target.switch, source.switch) }
}
