//! The outputs of a workspace, ready to be built: names in the settings become layouts, dialects and formats.

use crate::config::output::{Emphasis, Granularity, Order, Output};
use crate::finding::Message;
use crate::project::disk::Root;
use crate::project::workspace::{Error, bad_settings};
use crate::publish::{self, DIALECTS, Dialect, FORMATS, Format, Labels, Marks, Style, Web};

/// An output whose names are known.
pub(super) struct Planned<'w> {
    pub(super) output: &'w Output,
    pub(super) format: &'static dyn Format,
    pub(super) layout: &'static str,
    pub(super) dialect: &'static Dialect,
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
    let Some(dialect) = publish::dialect(&output.dialect) else {
        let known = DIALECTS.iter().map(|dialect| dialect.name).collect();
        return Err(wrong("settings-dialect", &output.dialect, known));
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
    Ok(Planned { output, format, layout, dialect, css: None, template: None })
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
    pub(super) fn web(&self, document: &str, locale: &str, locales: &[&str]) -> Web {
        let path = |locale: &str| self.output.below_base(&self.output.path_for(document, locale)).to_owned();
        Web {
            base_url: self.output.base_url.clone(),
            path: path(locale),
            siblings: locales.iter().map(|locale| ((*locale).to_owned(), path(locale))).collect(),
            css: self.css.clone(),
            template: self.template.clone(),
            toc: self.output.toc,
        }
    }

    /// Returns whether a page shows both languages.
    pub(super) fn is_bilingual(&self) -> bool {
        self.layout != "split"
    }

    /// Returns the paths of all files made of a document in a locale, that of the page first.
    pub(super) fn paths(&self, document: &str, locale: &str) -> Vec<String> {
        let path = self.output.path_for(document, locale);
        self.format.endings().iter().map(|ending| with_ending(&path, ending)).collect()
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
            labels: Labels {
                source: own.source.unwrap_or_else(|| source.language.clone()),
                target: own.target.unwrap_or_else(|| target.language.clone()),
                notes: (source.notes.clone(), target.notes.clone()),
                page: (source.page.clone(), target.page.clone()),
            },
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
