//! Random documents, and the edits that an author makes to them.

use proptest::prelude::*;

/// A document as a list of blocks.
#[derive(Clone, PartialEq)]
pub(crate) struct Text(Vec<Block>);

/// A failing case shows the Markdown.
impl std::fmt::Debug for Text {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.render())
    }
}

/// A block: the items of a list, the rows of a table, or one text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    shape: Shape,
    wrapped: bool,
    items: Vec<Vec<Sentence>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Paragraph,
    Quote,
    Heading,
    List,
    Table,
}

/// A sentence: indices into the vocabulary, a final mark, and how it is dressed.
#[derive(Debug, Clone, PartialEq)]
struct Sentence {
    words: Vec<usize>,
    mark: char,
    style: u8,
}

const WORDS: [&str; 16] = [
    "we",
    "met",
    "in",
    "Shenzhen",
    "not",
    "9",
    "10",
    "`a_b`",
    "[the docs](a.md)",
    "Wei",
    "talks",
    "lunch",
    "open",
    "source",
    "{x}",
    "深圳",
];

impl Text {
    /// Returns the Markdown.
    pub(crate) fn render(&self) -> String {
        self.0.iter().map(Block::render).collect::<Vec<_>>().join("\n")
    }

    /// Returns the text with a word of its own in every sentence, so that no two are the same.
    pub(crate) fn distinct(mut self) -> Text {
        let sentences = self.0.iter_mut().flat_map(|block| block.items.iter_mut().flatten());
        for (at, sentence) in sentences.enumerate() {
            sentence.words.push(WORDS.len() + at);
        }
        self
    }

    /// Returns the text with an edit made; an edit that fits nowhere changes nothing.
    pub(crate) fn edited(&self, edit: &Edit) -> Text {
        let mut text = self.clone();
        edit.make(&mut text.0);
        text.0.retain(|block| !block.items.is_empty());
        text
    }
}

impl Block {
    fn render(&self) -> String {
        let between = if self.wrapped { "\n" } else { " " };
        let item = |item: &Vec<Sentence>, between: &str| -> String {
            item.iter().map(Sentence::render).collect::<Vec<_>>().join(between)
        };
        let all = |between: &str| self.items.iter().map(|it| item(it, between)).collect::<Vec<_>>().join(between);
        match self.shape {
            Shape::Paragraph => all(between) + "\n",
            Shape::Quote => format!("> {}\n", all(&format!("{between}{}", if self.wrapped { "> " } else { "" }))),
            Shape::Heading => format!("## {}\n", all(" ")),
            Shape::List => {
                let between = if self.wrapped { "\n  " } else { " " };
                self.items.iter().map(|it| format!("- {}\n", item(it, between))).collect()
            }
            Shape::Table => {
                let mut rows: Vec<String> =
                    self.items.iter().map(|it| format!("| {} | 1 |\n", item(it, " "))).collect();
                rows.insert(1, "|---|---|\n".to_owned());
                rows.concat()
            }
        }
    }
}

impl Sentence {
    fn render(&self) -> String {
        let word =
            |&at: &usize| WORDS.get(at).map_or_else(|| format!("room{}", at - WORDS.len()), |it| (*it).to_owned());
        let mut words: Vec<String> = self.words.iter().map(word).collect();
        if let Some(first) = words.first_mut()
            && first.starts_with(|ch: char| ch.is_ascii_lowercase())
        {
            first[..1].make_ascii_uppercase();
        }
        match self.style {
            1 => words[0] = format!("*{}*", words[0]),
            2 => words[0] = format!("_{}_", words[0]),
            3 if words.len() > 2 => words[1].push(','),
            _ => {}
        }
        words.join(" ") + &self.mark.to_string()
    }
}

/// What an author does. The numbers are reduced to what there is.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Word(usize, usize, usize),
    Style(usize, usize, u8),
    Wrap(usize),
    Reshape(usize, Kind),
    Insert(usize, NewBlock),
    Delete(usize),
    Move(usize, usize),
    Copy(usize, usize),
    Split(usize, usize),
    Merge(usize),
    InsertSentence(usize, usize, NewSentence),
    DeleteSentence(usize, usize),
    MoveSentence(usize, usize, usize),
    MergeSentences(usize, usize),
}

#[derive(Debug, Clone)]
pub(crate) struct Kind(Shape);
#[derive(Debug, Clone)]
pub(crate) struct NewBlock(Block);
#[derive(Debug, Clone)]
pub(crate) struct NewSentence(Sentence);

impl Edit {
    /// Returns whether the edit doubles a text: nobody can say afterwards which one was there before.
    pub(crate) fn is_doubling(&self) -> bool {
        matches!(self, Edit::Copy(..))
    }

    /// Returns whether the edit can turn several lines of a catalog into one: with a second edit
    /// nobody can say afterwards which part was which.
    pub(crate) fn is_joining(&self) -> bool {
        matches!(self, Edit::Reshape(..))
    }

    /// Returns whether the edit moves sentences between units: their ids settle anew.
    pub(crate) fn is_regrouping(&self) -> bool {
        matches!(self, Edit::Split(..) | Edit::Merge(_) | Edit::MoveSentence(..))
    }

    fn make(&self, blocks: &mut Vec<Block>) {
        if let Edit::Insert(at, NewBlock(block)) = self {
            blocks.insert(at % (blocks.len() + 1), block.clone());
            return;
        }
        if blocks.is_empty() {
            return;
        }
        let count = blocks.len();
        match self {
            Edit::Word(at, sentence, word) => {
                if let Some((item, place)) = place(&mut blocks[at % count], *sentence) {
                    let words = &mut item[place].words;
                    let index = word / WORDS.len() % words.len();
                    words[index] = word % WORDS.len();
                }
            }
            Edit::Style(at, sentence, style) => {
                if let Some((item, place)) = place(&mut blocks[at % count], *sentence) {
                    item[place].style = *style;
                }
            }
            Edit::Wrap(at) => blocks[at % count].wrapped ^= true,
            Edit::Reshape(at, Kind(shape)) => blocks[at % count].shape = *shape,
            Edit::Insert(..) => {}
            Edit::Delete(at) => {
                blocks.remove(at % count);
            }
            Edit::Move(from, to) => {
                let block = blocks.remove(from % count);
                blocks.insert(to % count, block);
            }
            Edit::Copy(from, to) => blocks.insert(to % (count + 1), blocks[from % count].clone()),
            Edit::Split(at, sentence) => split(blocks, at % count, *sentence),
            Edit::Merge(at) => {
                let at = at % count;
                if at + 1 < count {
                    let next = blocks.remove(at + 1);
                    let block = &mut blocks[at];
                    let mut items = next.items.into_iter();
                    if let (Some(last), Some(first)) = (block.items.last_mut(), items.next()) {
                        last.extend(first);
                    }
                    block.items.extend(items);
                }
            }
            Edit::InsertSentence(at, sentence, NewSentence(new)) => {
                if let Some((item, place)) = place(&mut blocks[at % count], *sentence) {
                    item.insert(place, new.clone());
                }
            }
            Edit::DeleteSentence(at, sentence) => {
                let block = &mut blocks[at % count];
                if let Some((item, place)) = place(block, *sentence) {
                    item.remove(place);
                }
                block.items.retain(|item| !item.is_empty());
            }
            Edit::MoveSentence(from, sentence, to) => {
                let taken = place(&mut blocks[from % count], *sentence).map(|(item, place)| item.remove(place));
                if let (Some(taken), Some(item)) = (taken, blocks[to % count].items.last_mut()) {
                    item.push(taken);
                }
                blocks.iter_mut().for_each(|block| block.items.retain(|item| !item.is_empty()));
            }
            Edit::MergeSentences(at, sentence) => {
                if let Some((item, place)) = place(&mut blocks[at % count], *sentence)
                    && place + 1 < item.len()
                {
                    let next = item.remove(place + 1);
                    item[place].words.extend(next.words);
                }
            }
        }
    }
}

/// The item of the block that holds its n-th sentence, and where in the item it stands.
fn place(block: &mut Block, sentence: usize) -> Option<(&mut Vec<Sentence>, usize)> {
    let total: usize = block.items.iter().map(Vec::len).sum();
    let mut left = sentence % total.max(1);
    for item in &mut block.items {
        if left < item.len() {
            return Some((item, left));
        }
        left -= item.len();
    }
    None
}

fn split(blocks: &mut Vec<Block>, at: usize, sentence: usize) {
    let block = &mut blocks[at];
    let last = block.items.len() - 1;
    let count = block.items[last].len();
    if count < 2 {
        return;
    }
    let rest = block.items[last].split_off(1 + sentence % (count - 1));
    let rest = Block { items: vec![rest], ..block.clone() };
    blocks.insert(at + 1, rest);
}

fn shapes() -> impl Strategy<Value = Shape> {
    prop_oneof![
        6 => Just(Shape::Paragraph),
        1 => Just(Shape::Quote),
        2 => Just(Shape::Heading),
        2 => Just(Shape::List),
        1 => Just(Shape::Table),
    ]
}

fn sentences() -> impl Strategy<Value = Sentence> {
    let words = prop_oneof![
        // A few sentences come again and again.
        1 => prop::sample::select(vec![vec![0, 1, 2, 3], vec![11, 12], vec![10]]),
        4 => prop::collection::vec(0..WORDS.len(), 1..5),
    ];
    let mark = prop_oneof![8 => Just('.'), 1 => Just('?'), 1 => Just('!')];
    (words, mark, 0..8u8).prop_map(|(words, mark, style)| Sentence { words, mark, style })
}

fn blocks() -> impl Strategy<Value = Block> {
    let items = prop::collection::vec(prop::collection::vec(sentences(), 1..4), 1..3);
    (shapes(), any::<bool>(), items).prop_map(|(shape, wrapped, items)| Block { shape, wrapped, items })
}

/// Returns random documents.
pub(crate) fn texts() -> impl Strategy<Value = Text> {
    prop::collection::vec(blocks(), 1..5).prop_map(Text)
}

/// Returns random edits.
pub(crate) fn edits() -> impl Strategy<Value = Edit> {
    let at = || 0..8usize;
    prop_oneof![
        4 => (at(), at(), 0..64usize).prop_map(|(a, b, c)| Edit::Word(a, b, c)),
        1 => (at(), at(), 0..4u8).prop_map(|(a, b, c)| Edit::Style(a, b, c)),
        1 => at().prop_map(Edit::Wrap),
        1 => (at(), shapes()).prop_map(|(a, b)| Edit::Reshape(a, Kind(b))),
        1 => (at(), blocks()).prop_map(|(a, b)| Edit::Insert(a, NewBlock(b))),
        1 => at().prop_map(Edit::Delete),
        1 => (at(), at()).prop_map(|(a, b)| Edit::Move(a, b)),
        1 => (at(), at()).prop_map(|(a, b)| Edit::Copy(a, b)),
        2 => (at(), at()).prop_map(|(a, b)| Edit::Split(a, b)),
        2 => at().prop_map(Edit::Merge),
        1 => (at(), at(), sentences()).prop_map(|(a, b, c)| Edit::InsertSentence(a, b, NewSentence(c))),
        1 => (at(), at()).prop_map(|(a, b)| Edit::DeleteSentence(a, b)),
        1 => (at(), at(), at()).prop_map(|(a, b, c)| Edit::MoveSentence(a, b, c)),
        1 => (at(), at()).prop_map(|(a, b)| Edit::MergeSentences(a, b)),
    ]
}

/// Returns random edits that stay inside one unit.
pub(crate) fn small_edits() -> impl Strategy<Value = Edit> {
    let at = || 0..8usize;
    prop_oneof![
        6 => (at(), at(), 0..64usize).prop_map(|(a, b, c)| Edit::Word(a, b, c)),
        1 => (at(), at(), 0..4u8).prop_map(|(a, b, c)| Edit::Style(a, b, c)),
        1 => at().prop_map(Edit::Wrap),
        2 => (at(), at()).prop_map(|(a, b)| Edit::MergeSentences(a, b)),
    ]
}
