//! Pairing two sequences of texts: equal ones in order, then equal ones anywhere, then similar ones
//! in order. Costs n log n in the length of the sequences; the quadratic part is bounded.

use std::collections::{HashMap, HashSet};

use crate::change::Words;

/// Returns for each new key the index of the old key it is paired with; each old one at most once.
///
/// Keys that are unique on both sides give a backbone in order (the longest increasing run), then those
/// that moved off it; each time the neighbours of a pair are paired while they are equal. Then what
/// stands in the same order between two pairs of the backbone; what is equal and left over is paired in
/// order of occurrence, wherever it stands.
pub(super) fn equal<K: std::hash::Hash + Eq>(old: &[K], new: &[K]) -> Vec<Option<usize>> {
    if old == new {
        return (0..new.len()).map(Some).collect();
    }
    let mut places: HashMap<&K, (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (at, key) in old.iter().enumerate() {
        places.entry(key).or_default().0.push(at);
    }
    for (at, key) in new.iter().enumerate() {
        if let Some(place) = places.get_mut(key) {
            place.1.push(at);
        }
    }
    let unique = |at: usize| match places.get(&new[at]) {
        Some((olds, news)) if olds.len() == 1 && news.len() == 1 => Some(olds[0]),
        _ => None,
    };
    let candidates: Vec<Place> = (0..new.len()).filter_map(|at| Some((unique(at)?, at))).collect();
    let mut pairs = Pairs { old, new, of_new: vec![None; new.len()], taken: vec![false; old.len()] };
    pairs.pair_all(increasing(&candidates));
    pairs.grow();
    pairs.pair_all(candidates);
    pairs.grow();
    pairs.fill_gaps();
    let mut next: HashMap<&K, usize> = HashMap::new();
    for (at, key) in new.iter().enumerate() {
        if pairs.of_new[at].is_some() {
            continue;
        }
        let Some((olds, _)) = places.get(key) else { continue };
        let cursor = next.entry(key).or_insert(0);
        while let Some(&from) = olds.get(*cursor) {
            *cursor += 1;
            if pairs.pair((from, at)) {
                break;
            }
        }
    }
    pairs.of_new
}

/// Where something stands: in the old sequence and in the new one.
type Place = (usize, usize);

/// Equal keys of two sequences, as far as they are paired.
struct Pairs<'k, K> {
    old: &'k [K],
    new: &'k [K],
    /// For each new key its old one.
    of_new: Vec<Option<usize>>,
    /// For each old key whether it is paired.
    taken: Vec<bool>,
}

impl<K: Eq> Pairs<'_, K> {
    /// Pairs two places if there are such places, nothing has them, and they are equal.
    fn pair(&mut self, (from, to): Place) -> bool {
        let exist = from < self.old.len() && to < self.new.len();
        let fits = exist && !self.taken[from] && self.of_new[to].is_none() && self.old[from] == self.new[to];
        if fits {
            self.taken[from] = true;
            self.of_new[to] = Some(from);
        }
        fits
    }

    fn pair_all(&mut self, places: Vec<Place>) {
        for place in places {
            self.pair(place);
        }
    }

    /// Pairs equal neighbours of pairs, forwards and backwards.
    fn grow(&mut self) {
        for to in 1..self.new.len() {
            if let Some(from) = self.of_new[to - 1] {
                self.pair((from + 1, to));
            }
        }
        for to in (1..self.new.len()).rev() {
            if let Some(from) = self.of_new[to].and_then(|from| from.checked_sub(1)) {
                self.pair((from, to - 1));
            }
        }
    }

    /// Pairs what stands in the same order between two pairs of the backbone.
    fn fill_gaps(&mut self) {
        let paired = |(to, from): (usize, &Option<usize>)| from.map(|from| (from, to));
        let pairs: Vec<Place> = self.of_new.iter().enumerate().filter_map(paired).collect();
        let mut start = (0, 0);
        for end in increasing(&pairs).into_iter().chain([(self.old.len(), self.new.len())]) {
            let olds: Vec<usize> = (start.0..end.0).filter(|&from| !self.taken[from]).collect();
            let news: Vec<usize> = (start.1..end.1).filter(|&to| self.of_new[to].is_none()).collect();
            self.pair_all(self.common(&olds, &news));
            start = (end.0 + 1, end.1 + 1);
        }
    }

    /// The longest common subsequence of two runs of places: equal ends, then what a small table finds.
    fn common(&self, olds: &[usize], news: &[usize]) -> Vec<Place> {
        let same = |&(from, to): &(&usize, &usize)| self.old[*from] == self.new[*to];
        let head = olds.iter().zip(news).take_while(same).count();
        let (olds_left, news_left) = (&olds[head..], &news[head..]);
        let tail = olds_left.iter().rev().zip(news_left.iter().rev()).take_while(same).count();
        let ends = olds[..head].iter().zip(news).chain(olds.iter().rev().zip(news.iter().rev()).take(tail));
        let mut found: Vec<Place> = ends.map(|(&from, &to)| (from, to)).collect();
        let (olds, news) = (&olds_left[..olds_left.len() - tail], &news_left[..news_left.len() - tail]);
        if olds.len() * news.len() > MOST_CELLS {
            return found;
        }
        // longest[i][j]: how many of olds[i..] and news[j..] pair in order.
        let width = news.len() + 1;
        let mut longest = vec![0u16; (olds.len() + 1) * width];
        for (i, &from) in olds.iter().enumerate().rev() {
            for (j, &to) in news.iter().enumerate().rev() {
                longest[i * width + j] = if self.old[from] == self.new[to] {
                    longest[(i + 1) * width + j + 1] + 1
                } else {
                    longest[(i + 1) * width + j].max(longest[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < olds.len() && j < news.len() {
            if self.old[olds[i]] == self.new[news[j]] {
                found.push((olds[i], news[j]));
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
        found
    }
}

/// The longest run of pairs in which both sides increase; pairs come sorted by the second.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, &(from, _)) in pairs.iter().enumerate() {
        let place = ends.partition_point(|&end| pairs[end].0 < from);
        before[at] = place.checked_sub(1).map(|place| ends[place]);
        if place == ends.len() {
            ends.push(at);
        } else {
            ends[place] = at;
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        run.push(pairs[index]);
        at = before[index];
    }
    run.reverse();
    run
}

/// The most cells that one table of all pairs may have.
const MOST_CELLS: usize = 40_000;

/// Returns pairs (old, new), in order on both sides, that are alike at least `least`.
///
/// Where the table would be too large only texts that share their rarer words are compared.
pub(super) fn similar(old: &[&str], new: &[&str], least: f64) -> Vec<(usize, usize)> {
    let (rows, columns) = (old.len(), new.len());
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    if rows * columns > MOST_CELLS {
        let mut anywhere = similar_anywhere(old, new, least);
        anywhere.sort_unstable_by_key(|&(_, to)| to);
        return increasing(&anywhere);
    }
    // best[i][j]: the greatest sum of likeness over old[i..] and new[j..].
    let mut alike = vec![0.0; rows * columns];
    let (old, new): (Vec<Words>, Vec<Words>) =
        (old.iter().map(|text| Words::of(text)).collect(), new.iter().map(|text| Words::of(text)).collect());
    for (i, old) in old.iter().enumerate() {
        for (j, new) in new.iter().enumerate() {
            let value = old.likeness(new);
            alike[i * columns + j] = if value >= least { value } else { 0.0 };
        }
    }
    let width = columns + 1;
    let mut best = vec![0.0f64; (rows + 1) * width];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let value = alike[i * columns + j];
            let take = if value > 0.0 { value + best[(i + 1) * width + j + 1] } else { 0.0 };
            best[i * width + j] = skip.max(take);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < rows && j < columns {
        let value = alike[i * columns + j];
        let here = best[i * width + j];
        if value > 0.0 && here == value + best[(i + 1) * width + j + 1] {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// A word in more texts than this says nothing about which of them is meant.
const MOST_HOLDERS: usize = 32;

/// So many texts that share the most words are compared.
const MOST_CANDIDATES: usize = 4;

/// Returns pairs (old, new), wherever they stand, that are alike at least `least`; the most alike first,
/// of equally alike ones those that stand nearest. Each text is in one pair at most.
///
/// Cost is linear in the number of words: a text is compared with the few that share its rarer ones.
pub(super) fn similar_anywhere(old: &[&str], new: &[&str], least: f64) -> Vec<(usize, usize)> {
    let olds: Vec<Words> = old.iter().map(|text| Words::of(text)).collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in olds.iter().enumerate() {
        for word in words.iter() {
            let holders = holders.entry(word).or_default();
            // One more than is looked at tells that there are too many.
            if holders.len() <= MOST_HOLDERS {
                holders.push(at);
            }
        }
    }
    holders.retain(|_, holders| holders.len() <= MOST_HOLDERS);
    let mut found: Vec<(f64, usize, usize, usize)> = Vec::new();
    for (to, text) in new.iter().enumerate() {
        let words = Words::of(text);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for &from in words.iter().filter_map(|word| holders.get(word)).flatten() {
            *shared.entry(from).or_insert(0) += 1;
        }
        let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
        shared.sort_unstable_by_key(|&(from, count)| (std::cmp::Reverse(count), from.abs_diff(to), from));
        for (from, _) in shared.into_iter().take(MOST_CANDIDATES) {
            let likeness = olds[from].likeness(&words);
            if likeness >= least {
                found.push((likeness, from.abs_diff(to), to, from));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    let (mut taken, mut given) = (HashSet::new(), HashSet::new());
    let mut pairs = Vec::new();
    for (_, _, to, from) in found {
        if !taken.contains(&from) && given.insert(to) {
            taken.insert(from);
            pairs.push((from, to));
        }
    }
    pairs
}

/// Returns the runs of unpaired new items, each with the unpaired old items that stand between the
/// partners of its neighbours.
pub(super) fn gaps(paired: &[Option<usize>], old_len: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut taken = vec![false; old_len];
    for from in paired.iter().flatten() {
        taken[*from] = true;
    }
    let mut gaps = Vec::new();
    let mut at = 0;
    while at < paired.len() {
        if paired[at].is_some() {
            at += 1;
            continue;
        }
        let end = (at..paired.len()).find(|&next| paired[next].is_some()).unwrap_or(paired.len());
        let low = at.checked_sub(1).and_then(|before| paired[before]).map_or(0, |from| from + 1);
        let high = paired.get(end).copied().flatten().unwrap_or(old_len);
        let olds = if low <= high {
            (low..high).filter(|&old| !taken[old]).collect()
        } else {
            // Something moved: what is free stands next to the one partner or to the other.
            let before = (0..high).rev().take_while(|&old| !taken[old]).collect::<Vec<_>>().into_iter().rev();
            let after = (low..old_len).take_while(|&old| !taken[old]);
            before.chain(after).collect()
        };
        gaps.push((olds, (at..end).collect()));
        at = end;
    }
    gaps
}

/// Returns the pairs (old, new) of one gap that are edits of each other: similar ones in order.
pub(super) fn edits(old: &[&str], new: &[&str], olds: &[usize], news: &[usize]) -> Vec<Place> {
    let texts: (Vec<&str>, Vec<&str>) =
        (olds.iter().map(|&at| old[at]).collect(), news.iter().map(|&at| new[at]).collect());
    let pairs = similar(&texts.0, &texts.1, LEAST_LIKENESS);
    pairs.into_iter().map(|(old, new)| (olds[old], news[new])).collect()
}

/// Returns the pairs (old, new) of one gap in which as many came as went: one was written for the
/// other, however little is left of it. To be asked when nothing similar is left anywhere.
pub(super) fn rewritten(olds: &[usize], news: &[usize]) -> Vec<Place> {
    if olds.len() == news.len() { olds.iter().copied().zip(news.iter().copied()).collect() } else { Vec::new() }
}

/// Texts of which less is shared are not the same text edited, unless nothing else can be.
const LEAST_LIKENESS: f64 = 0.35;

/// A text elsewhere must be more than half the same to be the same text.
pub(super) const LEAST_LIKENESS_ELSEWHERE: f64 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_paired_in_order_then_anywhere() {
        assert_eq!(equal(&["a", "b", "c"], &["b", "x", "a", "c"]), [Some(1), None, Some(0), Some(2)]);
        assert_eq!(equal(&["r", "a", "r", "b", "r"], &["r", "a", "r", "b", "r"]), (0..5).map(Some).collect::<Vec<_>>());
        // Of three equal texts the first went: the others keep their own.
        assert_eq!(equal(&["r", "a", "r", "b", "r"], &["a", "r", "b", "r"]), [Some(1), Some(2), Some(3), Some(4)]);
        assert_eq!(equal::<&str>(&[], &["a"]), [None]);
        // Between the same neighbours each keeps its own, also when another one comes in before.
        assert_eq!(equal(&["a", "r", "x", "b", "r", "z"], &["a", "r", "n", "r", "y", "b", "m", "r", "z"])[7], Some(4));
        // A new repetition at the end leaves the translation with the one that kept its neighbour.
        assert_eq!(equal(&["a", "r"], &["a", "r", "b", "r"]), [Some(0), Some(1), None, None]);
    }

    #[test]
    fn similar_texts_are_paired_in_order() {
        let old = ["The bar opens at nine.", "Lunch is at noon today."];
        let new = ["Something else entirely.", "The bar opens at ten.", "Lunch is at one today."];
        assert_eq!(similar(&old, &new, 0.5), [(0, 1), (1, 2)]);
    }

    #[test]
    fn similar_texts_are_paired_anywhere_the_most_alike_first() {
        let old = ["The bar opens at nine.", "Lunch is at noon today."];
        let new = ["Lunch is at one today.", "The bar opens at ten.", "The bar opens at nine sharp."];
        assert_eq!(similar_anywhere(&old, &new, 0.6), [(0, 2), (1, 0)]);
    }

    #[test]
    fn many_texts_are_compared_by_their_rarer_words() {
        let text = |verb: &str| (0..300).map(|at| format!("Talk {at} {verb} of topic {}.", at * 7)).collect::<Vec<_>>();
        let (old, new) = (text("speaks"), text("tells"));
        let refs = |texts: &'static [String]| texts.iter().map(String::as_str).collect::<Vec<_>>();
        let (old, new) = (refs(old.leak()), refs(new.leak()));
        assert_eq!(similar(&old, &new, 0.6), (0..300).map(|at| (at, at)).collect::<Vec<_>>());
    }
}
