//! The outputs of a workspace, ready to be built: names in the settings become layouts, dialects and formats.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::config::output::{Assets, Emphasis, Granularity, Order, Output};
use crate::config::template::Facts;
use crate::finding::Message;
use crate::fluent::messages::label_fault;
use crate::markdown;
use crate::project::disk::Root;
use crate::project::walk::takes;
use crate::project::workspace::{Error, Workspace, bad_settings};
use crate::publish::{self, DIALECTS, Dialect, FORMATS, Format, Labels, Marks, Pages, Places, Style, Web};

/// An output whose names are known.
pub(super) struct Planned<'w> {
    pub(super) output: &'w Output,
    pub(super) format: &'static dyn Format,
    pub(super) layout: &'static str,
    pub(super) dialect: &'static Dialect,
    /// For each language where the pages of the documents go.
    pages: BTreeMap<String, Arc<Pages>>,
    /// The style sheet and the template of its own.
    css: Option<String>,
    template: Option<String>,
}

/// The layout that loses nothing in any reader.
const SAFE_LAYOUT: &str = "interleaved";

/// Returns an output with its names looked up; the error names the setting and what is known.
pub(super) fn planned(output: &Output) -> Result<Planned<'_>, Error> {
    let wrong = |id, what: &str, known: Vec<&str>| {
        let message = bad_settings(id).with("name", output.name.as_str()).with("word", what);
        Error::Message(message.with("known", known.join(", ")))
    };
    let Some(format) = publish::format(&output.format) else {
        let known = FORMATS.iter().map(|format| format.name()).collect();
        return Err(wrong("settings-format", &output.format, known));
    };
    let Some(dialect) = publish::dialect(output.dialect()) else {
        let known = DIALECTS.iter().map(|dialect| dialect.name).collect();
        return Err(wrong("settings-dialect", output.dialect(), known));
    };
    let layouts = format.layouts();
    let layout = match &output.layout {
        None => layouts.first(),
        Some(name) => layouts.iter().find(|layout| *layout == name),
    };
    let Some(layout) = layout else {
        let layout = output.layout.as_deref().unwrap_or_default();
        let message = wrong("settings-layout", layout, layouts.to_vec());
        return match message {
            Error::Message(message) => Err(Error::Message(message.with("format", format.name()))),
            other => Err(other),
        };
    };
    let labels = output.labels.iter().flat_map(|labels| [&labels.source, &labels.target]).flatten();
    if let Some(fault) = labels.filter_map(|label| label_fault(label)).next() {
        return Err(wrong("settings-label", &fault, Vec::new()));
    }
    Ok(Planned { output, format, layout, dialect, pages: BTreeMap::new(), css: None, template: None })
}

impl Planned<'_> {
    /// Returns the output with a layout that suits its dialect. With `fallback` that is `interleaved` where its own
    /// would lose content; else that is an error which names `interleaved`.
    pub(super) fn suited(self, fallback: bool) -> Result<Self, Error> {
        let suits = publish::layout(self.layout).is_none_or(|layout| layout.suits(self.dialect));
        if suits || self.format.name() != "markdown" {
            return Ok(self);
        }
        if fallback {
            return Ok(Planned { layout: SAFE_LAYOUT, ..self });
        }
        let message = Message::new("error-layout-dialect").with("output", self.output.name.as_str());
        let message = message.with("layout", self.layout).with("dialect", self.dialect.name);
        Err(Error::Message(message.with("instead", SAFE_LAYOUT)))
    }

    /// Returns the output with the files that its settings name; a template that cannot be read is an error.
    pub(super) fn read(self, root: &Root) -> Result<Self, Error> {
        let read = |path: &Option<String>| -> Result<Option<String>, Error> {
            let Some(path) = path else { return Ok(None) };
            let missing = || {
                let message = bad_settings("settings-file").with("name", self.output.name.as_str());
                Error::Message(message.with("path", path.as_str()))
            };
            root.read(path)?.map(Some).ok_or_else(missing)
        };
        let (css, template) = (read(&self.output.css)?, read(&self.output.template)?);
        if let (Some(fault), Some(path)) =
            (template.as_deref().and_then(publish::template_fault), self.output.template.as_deref())
        {
            let message = Message::new("error-template").with("path", path).with("why", fault);
            return Err(Error::Message(message));
        }
        Ok(Planned { css, template, ..self })
    }

    /// Returns what a page of a document knows of its place: its own path, and those it has in other locales.
    pub(super) fn web(&self, document: &str, locale: &str) -> Web {
        let below = |path: &String| self.output.below_base(path).to_owned();
        let of = |pages: &Arc<Pages>| pages.of(document).map(below);
        let siblings = self.pages.iter().filter_map(|(locale, pages)| Some((locale.clone(), of(pages)?)));
        Web {
            base_url: self.output.base_url.clone(),
            path: self.pages.get(locale).and_then(of).unwrap_or_default(),
            siblings: siblings.collect(),
            css: self.css.clone(),
            template: self.template.clone(),
            toc: self.output.toc,
        }
    }

    /// Returns whether a page shows both languages.
    pub(super) fn is_bilingual(&self) -> bool {
        self.layout != "split"
    }

    /// Returns the output with the places of all its pages.
    pub(super) fn placed(mut self, workspace: &Workspace) -> Result<Self, Error> {
        for document in &workspace.documents {
            let own = workspace.source_locale(document);
            let mut locales = workspace.target_locales(document);
            locales.retain(|locale| takes(self.output, document, locale));
            let in_source = self.output.site().is_some() && !self.is_bilingual() && !locales.is_empty();
            locales.extend(in_source.then_some(own));
            let text = if self.output.reads_front_matter() && !locales.is_empty() {
                workspace.root.read(document)?.unwrap_or_default()
            } else {
                String::new()
            };
            let (slug, date) = (front_word(&text, "slug"), front_word(&text, "date"));
            for locale in locales {
                let facts = Facts {
                    path: document,
                    locale,
                    is_source: locale == own,
                    slug: slug.as_deref(),
                    date: date.as_deref().and_then(day),
                };
                let path = self.output.path_of(&facts, &workspace.config.source);
                let pages = self.pages.entry(locale.to_owned()).or_default();
                Arc::make_mut(pages).add(document, path);
            }
        }
        Ok(self)
    }

    /// Returns the path of every file of every page, with the document and the language that it is made of. A page of
    /// a site that is the document itself is none.
    pub(super) fn all_paths(&self) -> impl Iterator<Item = (&String, &String, String)> {
        self.pages.iter().flat_map(move |(locale, pages)| {
            let others = pages.iter().filter(|(document, path)| document != path);
            others.flat_map(move |(document, path)| {
                self.format.endings().iter().map(move |ending| (document, locale, with_ending(path, ending)))
            })
        })
    }

    /// Returns where the page of a site in the language of its document goes, if it is another file than the document.
    pub(super) fn source_page(&self, document: &str, locale: &str) -> Option<String> {
        self.output.site()?;
        let path = self.pages.get(locale)?.of(document)?;
        (path != document).then(|| path.clone())
    }

    /// Returns what lies around the page of a document.
    pub(super) fn places(
        &self,
        workspace: &Workspace,
        document: &str,
        source: &str,
        locale: &str,
    ) -> Result<Places, Error> {
        let pages = self.pages.get(locale).map(Arc::clone).unwrap_or_default();
        let page = pages.of(document).cloned().unwrap_or_default();
        let mut files = HashSet::new();
        for file in publish::references(document, source) {
            if pages.of(&file).is_none() && workspace.root.is_file(&file) {
                files.insert(file);
            }
        }
        let copied = self.output.assets() == Assets::Copy;
        Ok(Places { document: document.to_owned(), page, pages, files, copied })
    }

    /// Returns how the pages look; `source` and `target` are the words of the two languages.
    pub(super) fn style(&self, source: &Marks, target: &Marks) -> Style {
        let output = self.output;
        let own = output.labels.clone().unwrap_or_default();
        let default = Style::default();
        let order = match output.order {
            None => self.format.order(),
            Some(Order::SourceFirst) => publish::Order::SourceFirst,
            Some(Order::TargetFirst) => publish::Order::TargetFirst,
        };
        let granularity = match output.granularity {
            Granularity::Section => publish::Granularity::Section,
            Granularity::Document => publish::Granularity::Document,
            Granularity::Block => publish::Granularity::Block,
        };
        Style {
            dialect: self.dialect,
            order,
            separator: output.separator.clone().unwrap_or(default.separator),
            strong: output.emphasis == Emphasis::Strong,
            granularity,
            cell_width: output.cell_width.unwrap_or(default.cell_width),
            places: Places::default(),
            added: Vec::new(),
            notice: None,
            credits: None,
            labels: Labels {
                source: own.source.unwrap_or_else(|| source.language.clone()),
                target: own.target.unwrap_or_else(|| target.language.clone()),
                notes: (source.notes.clone(), target.notes.clone()),
                page: (source.page.clone(), target.page.clone()),
            },
            article: default.article,
            web: Web::default(),
        }
    }
}

/// Returns a path with another ending; the path itself for an empty one.
pub(super) fn with_ending(path: &str, ending: &str) -> String {
    if ending.is_empty() {
        return path.to_owned();
    }
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let stem = path[name..].rfind('.').map_or(path.len(), |at| name + at);
    format!("{}{ending}", &path[..stem])
}

/// Returns the value of a key of the front matter that stands on one line.
pub(super) fn front_word(source: &str, key: &str) -> Option<String> {
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    let front = markdown::front_matter(source, start, &[])?;
    let word = source[front.span].lines().find_map(|line| {
        let value = line.strip_prefix(key)?.trim_start().strip_prefix([':', '='])?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    });
    word.filter(|word| !word.is_empty())
}

/// Year, month and day of `2020-11-07`, whatever stands behind it.
fn day(date: &str) -> Option<(&str, &str, &str)> {
    let date = date.get(..10)?;
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').filter(digits).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Some((year, month, day)),
        _ => None,
    }
}
