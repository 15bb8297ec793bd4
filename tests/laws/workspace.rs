//! A workspace of one document and one target language, in memory.

use duizhao::catalog::{self, Carried, Catalog, SourceCatalog};
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
        let carried = catalog::carry(&document.units, &ids, &catalog);
        let entries = status::join(&document, &carried, &catalog, &Glossary::default());
        Loaded { document, ids, catalog, carried, entries }
    }

    /// Does what `sync` does.
    pub(crate) fn sync(&mut self) {
        let loaded = self.load();
        if !loaded.catalog.is_closed() {
            let update = catalog::update(&loaded.catalog, &loaded.carried, &loaded.document, "a.md", "en", "zh-CN");
            self.target = update.text;
        }
        self.known = catalog::write_source("a.md", "en", &loaded.document, &loaded.ids);
    }

    /// Returns the state of every segment, by unit.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.load().entries
    }
}
