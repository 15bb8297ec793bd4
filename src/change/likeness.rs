//! How alike two texts are: the words they share, whatever their order.

/// Returns how alike two texts are, from 0 to 1: shared words over the words of both.
///
/// Order does not count; it serves to choose between candidates, not to judge a change.
pub fn likeness(a: &str, b: &str) -> f64 {
    Words::of(a).likeness(&Words::of(b))
}

/// The words of a text, counted once for many comparisons.
#[derive(Debug, Clone)]
pub struct Words {
    /// How often each word occurs, sorted by word.
    counts: Vec<(String, usize)>,
    total: usize,
}

impl Words {
    /// Counts the words of a text.
    pub fn of(text: &str) -> Words {
        let mut counts: Vec<(String, usize)> = word_counts(text).into_iter().collect();
        counts.sort_unstable();
        let total = counts.iter().map(|(_, count)| count).sum();
        Words { counts, total }
    }

    /// Returns the different words, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.counts.iter().map(|(word, _)| word.as_str())
    }

    /// Returns how alike the two texts are, see [`likeness`].
    pub fn likeness(&self, other: &Words) -> f64 {
        let total = self.total + other.total;
        if total == 0 {
            return 1.0;
        }
        // One side may be a whole chapter in one paragraph: its words are looked up, not gone through.
        let (few, many) = if self.counts.len() < other.counts.len() { (self, other) } else { (other, self) };
        let shared_count = |(word, count): &(String, usize)| {
            let at = many.counts.binary_search_by(|(other, _)| other.cmp(word)).ok()?;
            Some((*count).min(many.counts[at].1))
        };
        let shared: usize = few.counts.iter().filter_map(shared_count).sum();
        2.0 * shared as f64 / total as f64
    }
}

fn word_counts(text: &str) -> std::collections::HashMap<String, usize> {
    let mut counts = std::collections::HashMap::new();
    let mut word = String::new();
    for ch in text.chars().chain([' ']) {
        if ch.is_alphanumeric() && !crate::text::is_wide(ch) {
            word.extend(ch.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            *counts.entry(std::mem::take(&mut word)).or_insert(0) += 1;
        }
        if crate::text::is_han(ch) {
            *counts.entry(ch.to_string()).or_insert(0) += 1;
        }
    }
    counts
}
