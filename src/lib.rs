//! duizhao keeps the translation of Markdown documents in step with their source and publishes the two together.
#![warn(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod locale;
pub mod markdown;
pub mod text;
