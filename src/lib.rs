//! duizhao keeps the translation of Markdown documents in step with their source and publishes the two together.
//!
//! A document is parsed into leaf blocks (`markdown`) and cut into units and segments (`segment`).
//! A target `catalog` is read from Fluent (`fluent`); the carry brings every translation to where its
//! sentence stands today. `status` says what each is worth, `checks` report, `publish` emits, and
//! `project` alone touches the disk. Layers import downwards only; ARCHITECTURE.md has the map.
#![warn(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr, clippy::exit)]

pub mod catalog;
pub mod change;
pub mod checks;
pub mod config;
pub mod counterpart;
pub mod finding;
pub mod fluent;
pub mod gate;
pub mod glossary;
pub mod impact;
pub mod locale;
pub mod markdown;
pub mod memory;
pub mod project;
pub mod publish;
pub mod quantity;
pub mod segment;
pub mod status;
pub mod text;
