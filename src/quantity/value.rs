//! Exact values: fractions in lowest terms, never floating point.

/// What a number says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A fraction in lowest terms; an integer has the denominator 1.
    Ratio {
        /// Above the line.
        numerator: u128,
        /// Below the line, never 0.
        denominator: u128,
    },
    /// Digits that are no quantity, compared letter by letter: `1.2.3`, or more digits than fit.
    Literal(String),
}

impl Value {
    /// Returns a whole number.
    pub fn whole(number: u128) -> Self {
        Self::Ratio { numerator: number, denominator: 1 }
    }

    /// Returns `numerator / denominator` in lowest terms; nothing is divided by 0.
    pub fn ratio(numerator: u128, denominator: u128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = divisor(numerator, denominator);
        Some(Self::Ratio { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// Returns the value of ASCII digits before and after a decimal point.
    pub fn decimal(whole: &str, fraction: &str) -> Self {
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let numerator = if whole.is_empty() && fraction.is_empty() {
            Some(0)
        } else if whole.len() + fraction.len() > 30 {
            None
        } else {
            format!("{whole}{fraction}").parse().ok()
        };
        let denominator = 10_u128.checked_pow(u32::try_from(fraction.len()).unwrap_or(u32::MAX));
        let value = numerator.zip(denominator).and_then(|(above, below)| Self::ratio(above, below));
        value.unwrap_or_else(|| Self::Literal(format!("{whole}.{fraction}")))
    }

    /// Returns the value times `factor`; what does not fit stays unlike everything that does.
    pub fn times(&self, factor: u128) -> Self {
        let Self::Ratio { numerator, denominator } = self else { return self.scaled(factor) };
        let product = numerator.checked_mul(factor).and_then(|above| Self::ratio(above, *denominator));
        product.unwrap_or_else(|| self.scaled(factor))
    }

    /// Returns the sum, if it fits.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let (Self::Ratio { numerator, denominator }, Self::Ratio { numerator: more, denominator: below }) =
            (self, other)
        else {
            return None;
        };
        let left = numerator.checked_mul(*below)?;
        let right = more.checked_mul(*denominator)?;
        Self::ratio(left.checked_add(right)?, denominator.checked_mul(*below)?)
    }

    /// Returns the number, if it is a whole one below 2^64.
    pub fn integer(&self) -> Option<u64> {
        match self {
            Self::Ratio { numerator, denominator: 1 } => u64::try_from(*numerator).ok(),
            _ => None,
        }
    }

    fn scaled(&self, factor: u128) -> Self {
        Self::Literal(format!("{self:?}*{factor}"))
    }
}

fn divisor(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left.max(1)
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn decimals_are_equal_by_value() {
        assert_eq!(Value::decimal("2", "70"), Value::decimal("02", "7"));
        assert_eq!(Value::decimal("0", "5"), Value::ratio(1, 2).unwrap());
        assert_eq!(Value::decimal("1", "5").times(10_000), Value::whole(15_000));
        assert_eq!(Value::decimal("", ""), Value::whole(0));
        assert_ne!(Value::decimal("2", "7"), Value::decimal("27", ""));
    }

    #[test]
    fn long_digit_runs_stay_exact() {
        let long = "9".repeat(100);
        assert_eq!(Value::decimal(&long, ""), Value::decimal(&format!("00{long}"), ""));
        assert_ne!(Value::decimal(&long, ""), Value::decimal(&format!("{long}9"), ""));
        assert_ne!(Value::decimal(&long, "").times(10), Value::decimal(&long, ""));
        let most = Value::whole(u128::MAX);
        assert_ne!(most.times(10), most);
        assert_eq!(most.plus(&most), None);
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(Value::ratio(1, 0), None);
        assert_eq!(Value::ratio(0, 5), Some(Value::whole(0)));
    }
}
