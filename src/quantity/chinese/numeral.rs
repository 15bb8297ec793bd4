//! Han numerals: 二〇二〇 digit by digit, 一万二千 by powers of ten, 七八 and 三四十 as guesses between two.

use crate::quantity::value::Value;

/// Returns whether a character can be part of a numeral.
pub(super) fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || scale(ch).is_some() || matches!(ch, '廿' | '卅')
}

/// Returns the digit that a character is.
pub(super) fn digit(ch: char) -> Option<u128> {
    Some(match ch {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '兩' | '俩' | '贰' => 2,
        '三' | '仨' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Returns the power of ten that a character is.
pub(super) fn scale(ch: char) -> Option<u128> {
    Some(match ch {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Returns the numbers that a run of numerals says, each with the ways to read it.
pub(super) fn numerals(run: &str) -> Vec<Vec<Value>> {
    let run: String = run.replace('廿', "二十").replace('卅', "三十");
    let chars: Vec<char> = run.chars().collect();
    if chars.iter().all(|ch| digit(*ch).is_some()) {
        return positional(&chars);
    }
    match guess(&chars) {
        // 三四十: 三十 or 四十.
        Some(at) => [at + 1, at].iter().map(|skip| vec![multiplied(&without(&chars, *skip), 1)]).collect(),
        None => vec![readings(&chars)],
    }
}

fn positional(chars: &[char]) -> Vec<Vec<Value>> {
    let digits: String = chars.iter().filter_map(|ch| digit(*ch)).map(|digit| digit.to_string()).collect();
    let mut found = vec![vec![Value::decimal(&digits, "")]];
    if let [first, second] = chars {
        found.extend([first, second].iter().filter_map(|ch| digit(**ch)).map(|digit| vec![Value::whole(digit)]));
    }
    found
}

fn without(chars: &[char], skip: usize) -> Vec<char> {
    chars.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, ch)| *ch).collect()
}

/// Where two digits stand side by side.
fn guess(chars: &[char]) -> Option<usize> {
    let counts = |ch: char| digit(ch).is_some_and(|digit| digit > 0);
    chars.windows(2).position(|pair| counts(pair[0]) && counts(pair[1]))
}

fn readings(chars: &[char]) -> Vec<Value> {
    let mut readings = vec![multiplied(chars, 1)];
    // 三万五 is 35000 as often as 30005.
    if let [.., before, last] = chars {
        let power = scale(*before).filter(|power| *power > 10);
        if let Some(power) = power.filter(|_| digit(*last).is_some_and(|digit| digit > 0)) {
            readings.insert(0, multiplied(chars, power / 10));
        }
    }
    readings
}

/// Adds up digits times powers of ten; a digit at the end counts `last` times.
fn multiplied(chars: &[char], last: u128) -> Value {
    // What is complete above 亿, above 万, below 万, and the digit that waits for its power.
    let (mut high, mut middle, mut low, mut waiting) = (0_u128, 0_u128, 0_u128, None);
    for ch in chars {
        waiting = match (digit(*ch), scale(*ch)) {
            (Some(digit), _) => Some(digit),
            (None, Some(100_000_000)) => {
                let count = (middle + low + waiting.unwrap_or(0)).max(1);
                high = high.saturating_add(count.saturating_mul(100_000_000));
                (middle, low) = (0, 0);
                None
            }
            (None, Some(10_000)) => {
                let count = (low + waiting.unwrap_or(0)).max(1);
                middle = middle.saturating_add(count * 10_000);
                low = 0;
                None
            }
            (None, power) => {
                low += waiting.unwrap_or(1).max(1) * power.unwrap_or(1);
                None
            }
        };
    }
    let rest = middle.saturating_add(low).saturating_add(waiting.unwrap_or(0) * last);
    Value::whole(high.saturating_add(rest))
}

#[cfg(test)]
mod tests {
    use super::numerals;
    use crate::quantity::Value;

    #[track_caller]
    fn check(run: &str, expected: u128) {
        assert_eq!(numerals(run)[0][0], Value::whole(expected), "{run}");
    }

    #[test]
    fn numerals_have_values() {
        check("三", 3);
        check("十五", 15);
        check("二十", 20);
        check("廿三", 23);
        check("四百", 400);
        check("一百零五", 105);
        check("一百二", 120);
        check("一万二千", 12_000);
        check("三万五", 35_000);
        check("二〇二〇", 2020);
        check("两千万", 20_000_000);
        check("三亿五千万", 350_000_000);
        check("一亿零三百", 100_000_300);
        check("万亿", 1_000_000_000_000);
        check("三万亿", 3_000_000_000_000);
        check("百", 100);
        check("百万", 1_000_000);
    }

    #[test]
    fn guesses_are_two_numbers() {
        let both = |run| numerals(run).into_iter().map(|group| group[0].integer().unwrap()).collect::<Vec<_>>();
        assert_eq!(both("三四十"), [30, 40]);
        assert_eq!(both("四五百"), [400, 500]);
        assert_eq!(both("七八"), [78, 7, 8]);
    }

    #[test]
    fn long_runs_do_not_overflow() {
        numerals(&"万".repeat(200));
        numerals(&"亿九千".repeat(500));
        numerals(&"九".repeat(5000));
    }
}
