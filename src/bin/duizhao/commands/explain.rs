//! `explain`: what a code means and what to do about it.

use duizhao::checks;
use duizhao::finding::Message;
use duizhao::project::CODES;

use crate::args::Explain;
use crate::commands::Outcome;
use crate::failure::Failure;
use crate::ui::Ui;

pub(super) fn run(own: &Explain, ui: &Ui) -> Result<Outcome, Failure> {
    let mut codes = checks::codes();
    codes.extend(CODES);
    codes.sort_unstable();
    let Some(code) = &own.code else {
        let lines: String = codes.iter().map(|code| format!("{code}\n")).collect();
        ui.print(&lines)?;
        return Ok(Outcome::Clean);
    };
    let text = codes.contains(&code.as_str()).then(|| ui.words.text(&format!("explain-{code}"))).flatten();
    let Some(text) = text else {
        let known = codes.join(", ");
        return Err(Message::new("error-unknown-code").with("code", code.as_str()).with("known", known).into());
    };
    ui.print(&format!("{}\n\n{text}\n", ui.paint.strong(code)))?;
    Ok(Outcome::Clean)
}
