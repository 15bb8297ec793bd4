//! Two readings side by side, value by value, both ways.
//!
//! A number in digits must be said by the other text: in digits, or in one word that says no other
//! number, or inside a name. What is left over on either side is the fault.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use crate::quantity::{Kind, Quantity, Reading, Value};

/// What two readings say alike, and what only one of them says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The numbers of the source.
    pub source: Vec<Quantity>,
    /// The numbers of the target.
    pub target: Vec<Quantity>,
    /// Numbers in digits that say the same: indices of `source` and `target`, in the order of the source.
    pub pairs: Vec<(usize, usize)>,
    /// Numbers of the source that the target does not say.
    pub source_left: Vec<usize>,
    /// Numbers of the target that the source does not say.
    pub target_left: Vec<usize>,
}

/// Compares what a source and its translation say in numbers.
pub fn compare(source: &Reading<'_>, target: &Reading<'_>) -> Comparison {
    if source.numbers.is_empty() && target.numbers.is_empty() {
        let mut comparison = Comparison::default();
        large_words(source, target, &mut comparison);
        return comparison;
    }
    let mut matching = Matching::new(whole_numbers(source, target), whole_numbers(target, source));
    matching.set_named_months_aside(&source.words, &target.words);
    matching.pair(|number| vec![(number.value.clone(), number.kind)]);
    matching.pair(|number| vec![number.value.clone()]);
    matching.pair(all_readings);
    matching.pair_between(decade_asked, |number| decade_said(number).into_iter().collect());
    matching.pair(durations);
    let mut comparison = matching.comparison();
    comparison.pairs.retain(|(_, right)| *right != NO_PARTNER);
    let source_left = &mut comparison.source_left;
    let target_left = &mut comparison.target_left;
    explain_by_words(&comparison.source, source_left, &target.words);
    explain_by_words(&comparison.target, target_left, &source.words);
    let (source_names, target_names) = names_apart(source, target);
    explain_by_names(&comparison.source, source_left, target_names);
    explain_by_names(&comparison.target, target_left, source_names);
    if same_digits(source.text, &comparison.source, source_left, target.text, &comparison.target, target_left) {
        source_left.clear();
        target_left.clear();
    }
    large_words(source, target, &mut comparison);
    comparison
}

/// Returns two numbers of the source that the target says in the other order: indices of `pairs`.
///
/// Only where both texts hold the same numbers, all in digits: Chinese moves times and dates to the
/// front, and says the whole before the part ("3 of the 5").
pub fn misordered(source: &Reading<'_>, comparison: &Comparison) -> Option<(usize, usize)> {
    let Comparison { source: numbers, target, pairs, .. } = comparison;
    let counted = |numbers: &[Quantity]| numbers.iter().filter(|number| number.kind != Kind::Month).count();
    let paired = pairs.iter().filter(|(left, _)| numbers[*left].kind != Kind::Month).count();
    if paired != counted(numbers) || paired < counted(target) {
        return None;
    }
    let moves = |number: &Quantity| {
        let year = number.value.integer().is_some_and(|year| (1900..2100).contains(&year));
        matches!(number.kind, Kind::Moment | Kind::Month | Kind::Decade) || year
    };
    let mut last: Option<usize> = None;
    for (at, (left, right)) in pairs.iter().enumerate() {
        if moves(&numbers[*left]) || moves(&target[*right]) {
            continue;
        }
        if let Some(before) = last {
            let between = source.text.get(numbers[pairs[before].0].span.end..numbers[*left].span.start);
            let between = between.unwrap_or_default().to_lowercase();
            let part = ["of", "out", "per", "in", "from", "for", "every", "within", "after", "by", "at", "with"];
            let part = between.split(|ch: char| !ch.is_alphabetic()).any(|word| part.contains(&word));
            // What it counts went along with each number: 30% and 3.1 changed places, not values.
            let (first, second) = (numbers[pairs[before].0].kind, numbers[*left].kind);
            let (third, fourth) = (target[pairs[before].1].kind, target[*right].kind);
            if first != second && first == fourth && second == third {
                return Some((before, at));
            }
            let moved = first != second && first == third && second == fourth;
            if pairs[before].1 > *right && !moved && !part && !between.contains(['/', '分']) {
                return Some((before, at));
            }
        }
        last = Some(at);
    }
    None
}

/// A number that both texts hold and that counts something else in the target: indices of both lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureFault {
    /// Hundredths in the source alone.
    Percent(usize, usize),
    /// Another currency, or none.
    Currency(usize, usize),
    /// Another unit.
    Unit(usize, usize),
}

/// Returns the numbers that both texts hold and that count something else in the target.
pub fn measure_faults(comparison: &Comparison) -> Vec<MeasureFault> {
    let Comparison { source, target, pairs, .. } = comparison;
    let count = |of: fn(&Kind) -> bool| target.iter().filter(|number| of(&number.kind)).count();
    let percents = count(|kind| *kind == Kind::Percent);
    let exchanged =
        |(left, right): &(usize, usize)| target[*right].kind == Kind::Percent && source[*left].kind != Kind::Percent;
    let exchanged = pairs.iter().any(exchanged);
    let mut faults = Vec::new();
    for (left, right) in pairs.iter().copied() {
        // 1–5 万 and 10 000 differ in value: what was paired by a reading is not judged.
        if source[left].value != target[right].value {
            continue;
        }
        match (source[left].kind, target[right].kind) {
            (Kind::Percent, other) if other != Kind::Percent => {
                let wanted = source.iter().filter(|number| number.kind == Kind::Percent).count();
                if exchanged || percents < wanted {
                    faults.push(MeasureFault::Percent(left, right));
                }
            }
            (Kind::Money(own), Kind::Money(other)) if own != other => faults.push(MeasureFault::Currency(left, right)),
            (Kind::Money(own), Kind::Plain) if !target.iter().any(|number| number.kind == Kind::Money(own)) => {
                faults.push(MeasureFault::Currency(left, right));
            }
            (Kind::Measure(own), Kind::Measure(other)) if own != other => faults.push(MeasureFault::Unit(left, right)),
            _ => {}
        }
    }
    faults
}

/// Returns the number words of a source (two to twelve, dozens, hundreds) that its translation does not say.
pub fn missing_words(source: &Reading<'_>, target: &Reading<'_>) -> Vec<Quantity> {
    let mut said: HashMap<Said, usize> = HashMap::new();
    for key in target.words.iter().chain(&target.numbers).flat_map(keys_said) {
        *said.entry(key).or_default() += 1;
    }
    let missing = |word: &&Quantity| {
        let cardinal = word.kind != Kind::Month && word.value.integer().is_some_and(|number| number >= 2);
        cardinal
            && is_cardinal(&source.text[word.span.clone()])
            && !keys_asked(word).iter().any(|key| said.contains_key(key))
    };
    source.words.iter().filter(missing).cloned().collect()
}

fn is_cardinal(text: &str) -> bool {
    let first = text.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    crate::quantity::english::is_cardinal(&first)
}

/// The numbers of a text; `10 000` is two numbers where the other text does not say ten thousand.
fn whole_numbers(own: &Reading<'_>, other: &Reading<'_>) -> Vec<Quantity> {
    if own.numbers.iter().all(|number| number.parts.is_empty()) {
        return own.numbers.clone();
    }
    let said: HashSet<&Value> = other.numbers.iter().chain(&other.words).map(|number| &number.value).collect();
    let mut numbers = Vec::new();
    for number in &own.numbers {
        if number.parts.is_empty() || said.contains(&number.value) {
            numbers.push(number.clone());
        } else {
            let part = |value: &Value| Quantity::new(value.clone(), number.kind, number.span.clone());
            numbers.extend(number.parts.iter().map(part));
        }
    }
    numbers
}

/// Stands for the word that says a month.
const NO_PARTNER: usize = usize::MAX;

struct Matching {
    source: Vec<Quantity>,
    target: Vec<Quantity>,
    partner: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Matching {
    fn new(source: Vec<Quantity>, target: Vec<Quantity>) -> Self {
        let (partner, taken) = (vec![None; source.len()], vec![false; target.len()]);
        Self { source, target, partner, taken }
    }

    /// Months that the other text names in a word are said, and no other number is.
    fn set_named_months_aside(&mut self, source: &[Quantity], target: &[Quantity]) {
        let named =
            |number: &Quantity, words: &HashSet<Value>| number.kind == Kind::Month && words.contains(&number.value);
        let months = |words: &[Quantity]| -> HashSet<Value> {
            words.iter().filter(|word| word.kind == Kind::Month).map(|word| word.value.clone()).collect()
        };
        let (own, other) = (months(source), months(target));
        for (at, _) in self.source.iter().enumerate().filter(|(_, number)| named(number, &other)) {
            self.partner[at] = Some(NO_PARTNER);
        }
        for (at, _) in self.target.iter().enumerate().filter(|(_, number)| named(number, &own)) {
            self.taken[at] = true;
        }
    }

    /// Pairs what is still alone and has a key in common, first with first.
    fn pair<K: Hash + Eq>(&mut self, keys: impl Fn(&Quantity) -> Vec<K>) {
        self.pair_between(&keys, &keys);
    }

    /// Pairs as [`Matching::pair`] does, where a number of the source looks for other keys than it has.
    fn pair_between<K: Hash + Eq>(&mut self, asked: impl Fn(&Quantity) -> Vec<K>, said: impl Fn(&Quantity) -> Vec<K>) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (index, number) in self.target.iter().enumerate().filter(|(index, _)| !self.taken[*index]) {
            for key in said(number) {
                waiting.entry(key).or_default().push_back(index);
            }
        }
        for (index, number) in self.source.iter().enumerate() {
            if self.partner[index].is_some() {
                continue;
            }
            for key in asked(number) {
                let Some(queue) = waiting.get_mut(&key) else { continue };
                while queue.front().is_some_and(|at| self.taken[*at]) {
                    queue.pop_front();
                }
                if let Some(at) = queue.pop_front() {
                    self.partner[index] = Some(at);
                    self.taken[at] = true;
                    break;
                }
            }
        }
    }

    fn comparison(self) -> Comparison {
        let pairs = self.partner.iter().enumerate().filter_map(|(left, right)| Some((left, (*right)?))).collect();
        let source_left = (0..self.source.len()).filter(|index| self.partner[*index].is_none()).collect();
        let target_left = (0..self.target.len()).filter(|index| !self.taken[*index]).collect();
        Comparison { source: self.source, target: self.target, pairs, source_left, target_left }
    }
}

fn all_readings(number: &Quantity) -> Vec<Value> {
    let mut readings = vec![number.value.clone()];
    readings.extend(number.readings.iter().cloned());
    readings
}

/// Ten years of a century, and whether the century is named: 1990s, 90 年代.
type Decade = (u64, bool);

fn decade_said(number: &Quantity) -> Option<Decade> {
    let year = number.value.integer().filter(|_| number.kind == Kind::Decade)?;
    Some((year % 100, year >= 100))
}

/// The decades that may be the same one: 90 年代 is that of any century, and the 1990s are compared by value.
fn decade_asked(number: &Quantity) -> Vec<Decade> {
    match decade_said(number) {
        Some((years, true)) => vec![(years, false)],
        Some((years, false)) => vec![(years, false), (years, true)],
        None => Vec::new(),
    }
}

/// 7 days and 1 周 are the same time.
fn durations(number: &Quantity) -> Vec<(bool, Value)> {
    let Kind::Measure(unit) = number.kind else { return Vec::new() };
    all_readings(number).iter().filter_map(|count| unit.duration(count)).collect()
}

/// Drops what a word of the other text says; each word says one number.
fn explain_by_words(numbers: &[Quantity], left: &mut Vec<usize>, words: &[Quantity]) {
    let mut taken = vec![false; words.len()];
    let said: HashMap<Said, VecDeque<usize>> = words.iter().enumerate().fold(HashMap::new(), |mut said, (at, word)| {
        for key in keys_said(word) {
            said.entry(key).or_insert_with(VecDeque::new).push_back(at);
        }
        said
    });
    let mut said = said;
    left.retain(|index| {
        for key in keys_asked(&numbers[*index]) {
            // Chinese names the month again where English says it once: Oct. 7-8.
            if matches!(key, Said::Month(_)) && said.contains_key(&key) {
                return false;
            }
            let Some(queue) = said.get_mut(&key) else { continue };
            while queue.front().is_some_and(|at| taken[*at]) {
                queue.pop_front();
            }
            if let Some(at) = queue.pop_front() {
                taken[at] = true;
                return false;
            }
        }
        true
    });
}

/// What a word says, so that only a number of that sort is explained by it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Said {
    Value(Value),
    Month(Value),
    Percent(Value),
    Decade(Decade),
    Duration(bool, Value),
}

fn keys_said(number: &Quantity) -> Vec<Said> {
    let mut keys = keys(number);
    keys.extend(decade_said(number).map(Said::Decade));
    keys
}

fn keys_asked(number: &Quantity) -> Vec<Said> {
    let mut keys = keys(number);
    keys.extend(decade_asked(number).into_iter().map(Said::Decade));
    keys
}

fn keys(number: &Quantity) -> Vec<Said> {
    let values = all_readings(number).into_iter();
    let mut keys: Vec<Said> = match number.kind {
        Kind::Month => values.map(Said::Month).collect(),
        Kind::Percent => values.map(Said::Percent).collect(),
        _ => values.map(Said::Value).collect(),
    };
    keys.extend(durations(number).into_iter().map(|(months, length)| Said::Duration(months, length)));
    keys
}

/// The names that only one of the texts holds, as text.
fn names_apart<'t>(source: &Reading<'t>, target: &Reading<'t>) -> (Vec<&'t str>, Vec<&'t str>) {
    let of = |reading: &Reading<'t>| reading.names.iter().map(|span| &reading.text[span.clone()]).collect::<Vec<_>>();
    let (own, other) = (of(source), of(target));
    let apart = |own: &[&'t str], other: &[&'t str]| {
        let mut known: HashMap<String, usize> = HashMap::new();
        for name in other {
            *known.entry(name.to_lowercase()).or_default() += 1;
        }
        let lone = |name: &&&'t str| match known.get_mut(&name.to_lowercase()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        own.iter().filter(lone).copied().collect::<Vec<_>>()
    };
    (apart(&own, &other), apart(&other, &own))
}

/// Drops numbers that stand in a name which the other text does not hold as such: 3 and Vue3.
fn explain_by_names(numbers: &[Quantity], left: &mut Vec<usize>, names: Vec<&str>) {
    let mut said: HashMap<Value, usize> = HashMap::new();
    for name in names {
        for digits in name.split(|ch: char| !(ch.is_ascii_digit() || ch == '.')).filter(|part| !part.is_empty()) {
            let (whole, fraction) = digits.trim_matches('.').split_once('.').unwrap_or((digits.trim_matches('.'), ""));
            *said.entry(Value::decimal(whole, fraction)).or_default() += 1;
        }
    }
    left.retain(|index| match said.get_mut(&numbers[*index].value) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
}

/// Returns whether what is left is the same digits in other groups: a telephone number.
fn same_digits(
    source: &str,
    numbers: &[Quantity],
    left: &[usize],
    target: &str,
    others: &[Quantity],
    right: &[usize],
) -> bool {
    let digits = |text: &str, numbers: &[Quantity], left: &[usize]| {
        let mut digits = String::new();
        let mut end = 0;
        for index in left {
            let span = numbers[*index].span.clone();
            // The parts of one number share its span.
            if span.start >= end {
                digits.extend(text[span.clone()].chars().filter(char::is_ascii_digit));
                end = span.end;
            }
        }
        digits
    };
    let own = digits(source, numbers, left);
    own.len() >= 7 && own == digits(target, others, right)
}

/// Numbers of ten thousand and more are also compared where both are words: "three million", 三十亿.
fn large_words(source: &Reading<'_>, target: &Reading<'_>, comparison: &mut Comparison) {
    let large = |word: &&Quantity| {
        let number = word.value.integer().filter(|number| *number >= 10_000);
        // 百万 and 亿 alone say "many" as often as a number.
        number.is_some_and(|number| !number.to_string().trim_end_matches('0').eq("1"))
    };
    let lone = |own: &Reading<'_>, other: &Reading<'_>| {
        let said: HashSet<Value> = other.words.iter().chain(&other.numbers).flat_map(all_readings).collect();
        let alone = |word: &&Quantity| !all_readings(word).iter().any(|value| said.contains(value));
        own.words.iter().filter(large).filter(alone).cloned().collect::<Vec<_>>()
    };
    if source.words.is_empty() || target.words.is_empty() {
        return;
    }
    let (own, others) = (lone(source, target), lone(target, source));
    for (word, other) in own.into_iter().zip(others) {
        comparison.source_left.push(comparison.source.len());
        comparison.target_left.push(comparison.target.len());
        comparison.source.push(word);
        comparison.target.push(other);
    }
}
