//! A workspace of one document and one target language, in memory.

use duizhao::catalog::{self, Carried, Catalog, SourceCatalog, Update};
use duizhao::config::Actions;
use duizhao::glossary::Glossary;
use duizhao::markdown::Options;
use duizhao::segment::{self, Document};
use duizhao::status::{self, Entry};

/// What lies on disk: the document and its two catalogs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Workspace {
    /// The document.
    pub(crate) source: String,
    /// The source catalog.
    pub(crate) known: String,
    /// The target catalog.
    pub(crate) target: String,
}

/// What the program makes of it.
pub(crate) struct Loaded {
    pub(crate) document: Document,
    pub(crate) ids: Vec<String>,
    pub(crate) catalog: Catalog,
    pub(crate) carried: Carried,
    pub(crate) update: Option<Update>,
    pub(crate) entries: Vec<Entry>,
}

impl Workspace {
    /// Returns a workspace that was synced once.
    pub(crate) fn new(source: String) -> Workspace {
        let mut workspace = Workspace { source, ..Workspace::default() };
        workspace.sync();
        workspace
    }

    pub(crate) fn load(&self) -> Loaded {
        let document = segment::split(&self.source, "en", &Options::default());
        let catalog = catalog::read(self.target.clone(), "en");
        let ids = catalog::ids(&document.units, &SourceCatalog::read(&self.known), std::iter::once(&catalog));
        let settled = catalog::settle(&catalog, &document, &ids, ("a.md", "en", "zh-CN"), &Actions::default());
        let entries = status::join_settled(&document, &settled, &catalog, &Glossary::default());
        Loaded { document, ids, catalog, carried: settled.carried, update: settled.update, entries }
    }

    /// Does what `sync` does.
    pub(crate) fn sync(&mut self) {
        let loaded = self.load();
        if let Some(update) = loaded.update {
            self.target = update.text;
        }
        self.known = catalog::write_source("a.md", "en", &loaded.document, &loaded.ids);
    }

    /// Returns the state of every segment, by unit.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.load().entries
    }
}
