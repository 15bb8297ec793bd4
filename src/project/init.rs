//! `init`: settings that fit the tree it finds.

use crate::config;
use crate::config::gate::SourceChanges;
use crate::project::disk::{Before, Change, DiskError, Durability, Root};
use crate::project::git;
use crate::project::lock::Lock;
use crate::project::workspace::Error;

/// What kind of tree a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tree {
    /// A Hugo site.
    Hugo,
    /// An mdBook.
    MdBook,
    /// A VitePress site; whether its pages lie in `docs`.
    VitePress(Place),
    /// A Docusaurus site.
    Docusaurus,
    /// A Starlight site.
    Starlight,
    /// A MkDocs site.
    MkDocs,
    /// A folder of Markdown files.
    Content,
    /// A README and nothing else.
    Readme,
    /// None of these.
    Loose,
}

/// Where the pages of a site lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the folder itself.
    Root,
    /// In `docs`.
    Docs,
}

impl Tree {
    /// Whether a README in the folder is a page of the site, or none of its business.
    fn has_readme_of_its_own(self) -> bool {
        matches!(self, Tree::Hugo | Tree::VitePress(_) | Tree::Docusaurus | Tree::Starlight | Tree::MkDocs)
    }

    /// Returns the name shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Tree::Hugo => "Hugo",
            Tree::MdBook => "mdBook",
            Tree::VitePress(_) => "VitePress",
            Tree::Docusaurus => "Docusaurus",
            Tree::Starlight => "Starlight",
            Tree::MkDocs => "MkDocs",
            Tree::Content | Tree::Loose => "Markdown",
            Tree::Readme => "README",
        }
    }
}

/// What `init` proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What was found.
    pub tree: Tree,
    /// The files to write: path and content, `duizhao.toml` first.
    pub files: Vec<(String, String, Before)>,
}

/// Looks at a folder and returns the files that `init` would write.
pub fn propose(
    root: &Root,
    source: &str,
    targets: &[String],
    source_changes: SourceChanges,
) -> Result<Proposal, DiskError> {
    let readme = root.read("README.md")?.is_some();
    let tree = found(root, readme)?;
    let mut documents: Vec<&str> = Vec::new();
    if readme && !tree.has_readme_of_its_own() {
        documents.push("README.md");
    }
    match tree {
        Tree::Hugo => documents.push(if root.path().join(format!("content/{source}")).is_dir() {
            "content/en/**/*.md"
        } else {
            "content/**/*.md"
        }),
        Tree::MdBook => documents.push("src/**/*.md"),
        Tree::VitePress(Place::Docs) | Tree::MkDocs => documents.push("docs/**/*.md"),
        Tree::Docusaurus => documents.extend(["docs/**/*.md", "docs/**/*.mdx"]),
        Tree::Starlight => documents.extend(["src/content/docs/**/*.md", "src/content/docs/**/*.mdx"]),
        Tree::Content => documents.push("content/**/*.md"),
        Tree::Loose | Tree::VitePress(Place::Root) => documents.push("**/*.md"),
        Tree::Readme => {}
    }
    let documents: Vec<String> =
        documents.iter().map(|glob| glob.replace("content/en/", &format!("content/{source}/"))).collect();
    let mut files = vec![(
        config::FILE.to_owned(),
        settings(tree, source, targets, &documents, readme, source_changes),
        Before::Absent,
    )];
    files.extend(grown(root, ".gitattributes", &attributes(source))?);
    files.extend(grown(root, ".gitignore", "/.duizhao/\n/out/\n")?);
    Ok(Proposal { tree, files })
}

/// What a folder holds.
fn found(root: &Root, readme: bool) -> Result<Tree, DiskError> {
    let any = |names: &[&str]| -> Result<bool, DiskError> {
        for name in names {
            if root.read(name)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    let is_folder = |path: &str| root.path().join(path).is_dir();
    Ok(if any(&["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"])? {
        Tree::Docusaurus
    } else if any(&["astro.config.mjs", "astro.config.ts", "astro.config.js"])? && is_folder("src/content/docs") {
        Tree::Starlight
    } else if is_folder(".vitepress") {
        Tree::VitePress(Place::Root)
    } else if is_folder("docs/.vitepress") {
        Tree::VitePress(Place::Docs)
    } else if any(&["mkdocs.yml", "mkdocs.yaml"])? {
        Tree::MkDocs
    } else if any(&["hugo.toml", "hugo.yaml", "config.toml"])? {
        Tree::Hugo
    } else if any(&["book.toml"])? {
        Tree::MdBook
    } else if is_folder("content") {
        Tree::Content
    } else if readme {
        Tree::Readme
    } else {
        Tree::Loose
    })
}

/// Writes a proposal. A settings file that is there already is an error, never overwritten.
pub fn write(root: &Root, proposal: &Proposal, lock: &Lock) -> Result<Vec<String>, DiskError> {
    let change = |(path, contents, before): &(String, String, Before)| Change {
        path: path.clone(),
        contents: contents.clone(),
        before: before.clone(),
        durability: Durability::Synced,
    };
    root.write(&proposal.files.iter().map(change).collect::<Vec<_>>(), lock)
}

fn attributes(source: &str) -> String {
    format!(
        "*.ftl linguist-language=Fluent eol=lf\n\
         {}\n\
         locales/{source}/**/*.md.ftl linguist-generated\n",
        merge_attribute("locales")
    )
}

/// The line that has git merge the catalogs of a folder with our driver. A clone without the driver
/// merges them as text.
fn merge_attribute(catalogs: &str) -> String {
    format!("{catalogs}/**/*.ftl merge=duizhao")
}

/// Has git merge catalogs with our driver in this clone, and returns the files that were written.
///
/// `catalogs` is their folder.
pub fn configure_merge(root: &Root, catalogs: &str, lock: &Lock) -> Result<Vec<String>, Error> {
    git::configure_merge_driver(root)?;
    let Some((path, contents, before)) = grown(root, ".gitattributes", &merge_attribute(catalogs))? else {
        return Ok(Vec::new());
    };
    Ok(root.write(&[Change { path, contents, before, durability: Durability::Synced }], lock)?)
}

/// Adds lines to a file where they are not in it yet.
fn grown(root: &Root, path: &str, lines: &str) -> Result<Option<(String, String, Before)>, DiskError> {
    let old = root.read(path)?;
    let text = old.clone().unwrap_or_default();
    let missing: Vec<&str> = lines.lines().filter(|line| !text.lines().any(|own| own.trim() == *line)).collect();
    if missing.is_empty() {
        return Ok(None);
    }
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let before = old.map_or(Before::Absent, Before::Is);
    Ok(Some((path.to_owned(), format!("{text}{gap}{}\n", missing.join("\n")), before)))
}

fn settings(
    tree: Tree,
    source: &str,
    targets: &[String],
    documents: &[String],
    readme: bool,
    source_changes: SourceChanges,
) -> String {
    let targets = targets.iter().map(|tag| format!("\"{tag}\"")).collect::<Vec<_>>().join(", ");
    let list = documents.iter().map(|glob| format!("\"{glob}\"")).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "# Settings of duizhao. `duizhao sync` makes the catalogs, `duizhao status` shows what is left to do.\n\
         \n\
         # The language the documents are written in, and the languages to translate into.\n\
         source = \"{source}\"\n\
         targets = [{targets}]\n\
         \n\
         # Paths and globs of the documents.\n\
         documents = [{list}]\n\
         \n\
         # Where the catalogs lie: <catalogs>/<locale>/<document>.ftl\n\
         catalogs = \"locales\"\n\
         \n\
         # The version of the rules that cut text into sentences.\n\
         segmenter = 1\n\
         \n\
         [markdown]\n\
         # The front-matter keys whose values are translated.\n\
         front-matter = [\"title\", \"description\", \"summary\"]\n\
         \n\
         [gate]\n\
         # What a change of the source does to `duizhao check` while its translations are behind: it fails (fail), or\n\
         # is only told (advise).\n\
         source-changes = \"{}\"\n\
         \n\
         # What `duizhao build` makes. In a path: {{path}}, {{dir}}, {{stem}}, {{name}}, {{locale}}, {{lang}},\n\
         # {{slug}}, {{date}}.\n",
        source_changes.name()
    );
    for lines in outputs(tree, source, documents, readme) {
        text.push_str(&format!("[[output]]\n{lines}\n"));
    }
    format!("{}\n", text.trim_end())
}

/// Returns the outputs that fit, the lines of each.
fn outputs(tree: Tree, source: &str, documents: &[String], readme: bool) -> Vec<String> {
    let output = |name: &str, kind: &str, path: &str, more: &str| {
        format!("name = \"{name}\"\n{kind}\npath = \"{path}\"\n{more}")
    };
    let (split, both) = ("layout = \"split\"", "layout = \"interleaved\"");
    let site = |target: &str, root: &str| format!("name = \"site\"\ntarget = \"{target}\"\nroot = \"{root}\"\n");
    let only = |glob: &str| format!("documents = [\"{glob}\"]\n");
    // A page for browsers and an article for WeChat of each document, beside the Markdown.
    let pages = |more: &str| {
        vec![
            output("translated", split, "out/{locale}/{path}", more),
            output("bilingual", both, "out/bilingual/{path}", more),
            output("page", "format = \"html\"", "out/page/{dir}/{stem}.html", more),
            output("wechat", "format = \"wechat\"", "out/wechat/{dir}/{stem}.wechat.html", more),
        ]
    };
    let mut outputs = match tree {
        // Hugo knows a translation by its folder or by the name of its file.
        Tree::Hugo if documents.contains(&format!("content/{source}/**/*.md")) => vec![site("hugo-dir", ".")],
        Tree::Hugo => vec![site("hugo-file", ".")],
        Tree::MdBook => vec![output("book", split, "out/{locale}/{path}", &only("src/**/*.md"))],
        Tree::VitePress(Place::Root) => vec![site("vitepress", ".")],
        Tree::VitePress(Place::Docs) => vec![format!("{}strip = \"docs\"\n", site("vitepress", "docs"))],
        Tree::Docusaurus => vec![site("docusaurus-docs", ".")],
        Tree::Starlight => vec![site("starlight", ".")],
        Tree::MkDocs => vec![site("mkdocs", ".")],
        Tree::Content => pages(&only("content/**/*.md")),
        Tree::Loose => pages(""),
        Tree::Readme => Vec::new(),
    };
    if readme && !tree.has_readme_of_its_own() {
        outputs.push(output("readme", split, "{dir}/{stem}.{locale}.md", &only("README.md")));
    }
    outputs
}
