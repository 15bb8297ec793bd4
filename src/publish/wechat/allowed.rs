//! What the editor of WeChat keeps of HTML, as data: rules W1 to W6 of the format.
//!
//! The lists follow what makers of such tools describe; the editor may change without notice. The tests read every
//! fragment again and hold it against them.

/// Every tag that a fragment may have (W2). What is not here, such as `script` and `details`, is forbidden (W1).
pub static TAGS: &[&str] = &[
    "section",
    "p",
    "span",
    "strong",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
    "a",
    "br",
    "hr",
    "sup",
];

/// Every attribute, and the tags that may have it; all where none is named (W3).
pub static ATTRIBUTES: &[(&str, &[&str])] = &[
    ("style", &[]),
    ("src", &["img"]),
    ("alt", &["img"]),
    ("href", &["a"]),
    ("colspan", &["td", "th"]),
    ("rowspan", &["td", "th"]),
];

/// Every property of a style; with `*` also those that begin so (W4).
pub static PROPERTIES: &[&str] = &[
    "color",
    "background-color",
    "font-size",
    "font-weight",
    "font-family",
    "line-height",
    "letter-spacing",
    "text-align",
    "text-indent",
    "text-decoration",
    "margin*",
    "padding*",
    "border*",
    "width",
    "max-width",
    "height",
    "overflow-x",
    "white-space",
    "word-break",
    "vertical-align",
    "display",
];

/// Every value of `display` (W4).
pub static DISPLAYS: &[&str] = &["block", "inline", "inline-block"];

/// What no value may hold (W4).
pub static NEVER_IN_VALUES: &[&str] = &["url(", "var(", "calc(", "!important", "expression("];

/// Spellings of black, without spaces and in lower case: text of this colour loses it (W5).
pub static BLACKS: &[&str] = &["#000", "#0000", "#000f", "#000000", "#000000ff", "black", "rgb(0,0,0)"];

/// The one host that links of an article lead to (W6).
pub const LINK_HOST: &str = "mp.weixin.qq.com";

/// The host of pictures that were uploaded (W10).
pub const IMAGE_HOST: &str = "mmbiz.qpic.cn";

/// The kinds of pictures that can be uploaded (W10).
pub static IMAGE_KINDS: &[&str] = &["jpg", "png", "gif"];

/// How large a picture may be, in bytes (W10).
pub const IMAGE_BYTES: u64 = 1 << 20;

/// How long a fragment may be, in characters of its HTML, tags included; it must have fewer (W11).
pub const FRAGMENT_CHARS: usize = 20_000;

/// From here on a fragment is nearly too long (W11).
pub const FRAGMENT_NEARLY: usize = 18_000;

/// How large a fragment may be, in bytes; it must have fewer (W11).
pub const FRAGMENT_BYTES: usize = 1 << 20;

/// How long the fields of an article may be, in characters (W12).
pub const TITLE_CHARS: usize = 32;
/// See [`TITLE_CHARS`].
pub const AUTHOR_CHARS: usize = 16;
/// See [`TITLE_CHARS`].
pub const DIGEST_CHARS: usize = 128;
/// So many characters of the body make a digest where there is none.
pub const DIGEST_OF_BODY: usize = 54;
/// How long the address of the original may be, in bytes.
pub const SOURCE_URL_BYTES: usize = 1024;

/// How many columns of a table can be read on a phone.
pub const TABLE_COLUMNS: usize = 4;
