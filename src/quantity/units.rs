//! What numbers count, in both languages: currencies and units of measure. Data.

use crate::quantity::value::Value;

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// US dollar, and a dollar sign of which no more is known.
    Dollar,
    /// Hong Kong dollar.
    HongKongDollar,
    /// New Taiwan dollar.
    TaiwanDollar,
    /// Singapore dollar.
    SingaporeDollar,
    /// Canadian dollar.
    CanadianDollar,
    /// Australian dollar.
    AustralianDollar,
    /// Renminbi, and a yuan sign.
    Yuan,
    /// Japanese yen.
    Yen,
    /// Euro.
    Euro,
    /// Pound sterling.
    Pound,
    /// South Korean won.
    Won,
    /// Indian rupee.
    Rupee,
    /// Swiss franc.
    Franc,
}

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "units of measure under their own names")]
pub enum Unit {
    Nanosecond,
    Microsecond,
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Millimetre,
    Centimetre,
    Metre,
    Kilometre,
    Mile,
    Foot,
    Inch,
    Gram,
    Kilogram,
    Tonne,
    Poundweight,
    Kilobyte,
    Megabyte,
    Gigabyte,
    Terabyte,
    Petabyte,
    Kibibyte,
    Mebibyte,
    Gibibyte,
    Pixel,
    Watt,
    Kilowatt,
    Megawatt,
    Hertz,
    Kilohertz,
    Megahertz,
    Gigahertz,
}

impl Unit {
    /// Returns the length of time in seconds, or in months where months have no fixed length.
    pub(super) fn duration(self, count: &Value) -> Option<(bool, Value)> {
        let (months, factor) = match self {
            Self::Second => (false, 1),
            Self::Minute => (false, 60),
            Self::Hour => (false, 3600),
            Self::Day => (false, 86_400),
            Self::Week => (false, 604_800),
            Self::Month => (true, 1),
            Self::Year => (true, 12),
            _ => return None,
        };
        Some((months, count.times(factor)))
    }
}

/// Currencies as they stand before a number, whatever the language; the longest first.
pub(super) const BEFORE: &[(&str, Currency)] = &[
    ("US$", Currency::Dollar),
    ("HK$", Currency::HongKongDollar),
    ("NT$", Currency::TaiwanDollar),
    ("S$", Currency::SingaporeDollar),
    ("C$", Currency::CanadianDollar),
    ("CA$", Currency::CanadianDollar),
    ("A$", Currency::AustralianDollar),
    ("AU$", Currency::AustralianDollar),
    ("JP¥", Currency::Yen),
    ("CN¥", Currency::Yuan),
    ("JPY", Currency::Yen),
    ("USD", Currency::Dollar),
    ("HKD", Currency::HongKongDollar),
    ("RMB", Currency::Yuan),
    ("CNY", Currency::Yuan),
    ("EUR", Currency::Euro),
    ("GBP", Currency::Pound),
    ("人民币", Currency::Yuan),
    ("人民幣", Currency::Yuan),
    ("$", Currency::Dollar),
    ("＄", Currency::Dollar),
    ("¥", Currency::Yuan),
    ("￥", Currency::Yuan),
    ("€", Currency::Euro),
    ("£", Currency::Pound),
    ("₩", Currency::Won),
    ("₹", Currency::Rupee),
];

/// Currencies as words behind an English number.
pub(super) const CURRENCY_WORDS: &[(&str, Currency)] = &[
    ("dollar", Currency::Dollar),
    ("dollars", Currency::Dollar),
    ("us dollars", Currency::Dollar),
    ("u.s. dollars", Currency::Dollar),
    ("hong kong dollars", Currency::HongKongDollar),
    ("canadian dollars", Currency::CanadianDollar),
    ("australian dollars", Currency::AustralianDollar),
    ("singapore dollars", Currency::SingaporeDollar),
    ("usd", Currency::Dollar),
    ("hkd", Currency::HongKongDollar),
    ("rmb", Currency::Yuan),
    ("cny", Currency::Yuan),
    ("yuan", Currency::Yuan),
    ("renminbi", Currency::Yuan),
    ("euro", Currency::Euro),
    ("euros", Currency::Euro),
    ("eur", Currency::Euro),
    ("yen", Currency::Yen),
    ("jpy", Currency::Yen),
    ("gbp", Currency::Pound),
    ("pounds sterling", Currency::Pound),
    ("won", Currency::Won),
    ("rupees", Currency::Rupee),
    ("francs", Currency::Franc),
];

/// Currencies behind a Chinese number.
pub(super) const CURRENCY_HAN: &[(&str, Currency)] = &[
    ("美元", Currency::Dollar),
    ("美金", Currency::Dollar),
    ("美刀", Currency::Dollar),
    ("刀", Currency::Dollar),
    ("港元", Currency::HongKongDollar),
    ("港币", Currency::HongKongDollar),
    ("港幣", Currency::HongKongDollar),
    ("新台币", Currency::TaiwanDollar),
    ("新臺幣", Currency::TaiwanDollar),
    ("新加坡元", Currency::SingaporeDollar),
    ("新元", Currency::SingaporeDollar),
    ("加元", Currency::CanadianDollar),
    ("澳元", Currency::AustralianDollar),
    ("人民币", Currency::Yuan),
    ("人民幣", Currency::Yuan),
    ("元", Currency::Yuan),
    ("块钱", Currency::Yuan),
    ("塊錢", Currency::Yuan),
    ("日元", Currency::Yen),
    ("日圆", Currency::Yen),
    ("日圓", Currency::Yen),
    ("欧元", Currency::Euro),
    ("歐元", Currency::Euro),
    ("英镑", Currency::Pound),
    ("英鎊", Currency::Pound),
    ("韩元", Currency::Won),
    ("韓元", Currency::Won),
    ("卢比", Currency::Rupee),
    ("盧比", Currency::Rupee),
    ("瑞士法郎", Currency::Franc),
    ("USD", Currency::Dollar),
    ("HKD", Currency::HongKongDollar),
    ("RMB", Currency::Yuan),
    ("CNY", Currency::Yuan),
    ("EUR", Currency::Euro),
    ("JPY", Currency::Yen),
    ("GBP", Currency::Pound),
];

/// What makes another word of 元: 3 元组 is a tuple, 5 元素 are elements.
pub(super) const NOT_YUAN: &[char] =
    &['组', '組', '素', '数', '數', '宇', '旦', '件', '首', '老', '函', '编', '編', '模', '语', '語', '类', '類', '宵'];

/// Units behind an English number, as whole words in lower case. `m` may be metres, minutes or millions
/// and is none of them.
pub(super) const UNIT_WORDS: &[(&str, Unit)] = &[
    ("ns", Unit::Nanosecond),
    ("nanosecond", Unit::Nanosecond),
    ("nanoseconds", Unit::Nanosecond),
    ("μs", Unit::Microsecond),
    ("µs", Unit::Microsecond),
    ("microsecond", Unit::Microsecond),
    ("microseconds", Unit::Microsecond),
    ("ms", Unit::Millisecond),
    ("millisecond", Unit::Millisecond),
    ("milliseconds", Unit::Millisecond),
    ("sec", Unit::Second),
    ("secs", Unit::Second),
    ("second", Unit::Second),
    ("seconds", Unit::Second),
    ("min", Unit::Minute),
    ("mins", Unit::Minute),
    ("minute", Unit::Minute),
    ("minutes", Unit::Minute),
    ("hr", Unit::Hour),
    ("hrs", Unit::Hour),
    ("hour", Unit::Hour),
    ("hours", Unit::Hour),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("year", Unit::Year),
    ("years", Unit::Year),
    ("mm", Unit::Millimetre),
    ("millimeters", Unit::Millimetre),
    ("millimetres", Unit::Millimetre),
    ("cm", Unit::Centimetre),
    ("centimeters", Unit::Centimetre),
    ("centimetres", Unit::Centimetre),
    ("meter", Unit::Metre),
    ("meters", Unit::Metre),
    ("metre", Unit::Metre),
    ("metres", Unit::Metre),
    ("km", Unit::Kilometre),
    ("kilometer", Unit::Kilometre),
    ("kilometers", Unit::Kilometre),
    ("kilometre", Unit::Kilometre),
    ("kilometres", Unit::Kilometre),
    ("mile", Unit::Mile),
    ("miles", Unit::Mile),
    ("ft", Unit::Foot),
    ("foot", Unit::Foot),
    ("feet", Unit::Foot),
    ("inch", Unit::Inch),
    ("inches", Unit::Inch),
    ("g", Unit::Gram),
    ("gram", Unit::Gram),
    ("grams", Unit::Gram),
    ("kg", Unit::Kilogram),
    ("kilogram", Unit::Kilogram),
    ("kilograms", Unit::Kilogram),
    ("tonne", Unit::Tonne),
    ("tonnes", Unit::Tonne),
    ("tons", Unit::Tonne),
    ("lb", Unit::Poundweight),
    ("lbs", Unit::Poundweight),
    ("kb", Unit::Kilobyte),
    ("kilobytes", Unit::Kilobyte),
    ("mb", Unit::Megabyte),
    ("megabytes", Unit::Megabyte),
    ("gb", Unit::Gigabyte),
    ("gigabytes", Unit::Gigabyte),
    ("tb", Unit::Terabyte),
    ("terabytes", Unit::Terabyte),
    ("pb", Unit::Petabyte),
    ("petabytes", Unit::Petabyte),
    ("kib", Unit::Kibibyte),
    ("mib", Unit::Mebibyte),
    ("gib", Unit::Gibibyte),
    ("px", Unit::Pixel),
    ("pixel", Unit::Pixel),
    ("pixels", Unit::Pixel),
    ("kw", Unit::Kilowatt),
    ("kilowatts", Unit::Kilowatt),
    ("mw", Unit::Megawatt),
    ("megawatts", Unit::Megawatt),
    ("watts", Unit::Watt),
    ("hz", Unit::Hertz),
    ("khz", Unit::Kilohertz),
    ("mhz", Unit::Megahertz),
    ("ghz", Unit::Gigahertz),
];

/// Units behind a Chinese number, the longest first where one begins another.
pub(super) const UNIT_HAN: &[(&str, Unit)] = &[
    ("纳秒", Unit::Nanosecond),
    ("微秒", Unit::Microsecond),
    ("毫秒", Unit::Millisecond),
    ("秒", Unit::Second),
    ("分钟", Unit::Minute),
    ("分鐘", Unit::Minute),
    ("个多小时", Unit::Hour),
    ("个小时", Unit::Hour),
    ("個小時", Unit::Hour),
    ("小时", Unit::Hour),
    ("小時", Unit::Hour),
    ("个钟头", Unit::Hour),
    ("天", Unit::Day),
    ("整天", Unit::Day),
    ("周年", Unit::Year),
    ("个星期", Unit::Week),
    ("个礼拜", Unit::Week),
    ("周", Unit::Week),
    ("週", Unit::Week),
    ("个月", Unit::Month),
    ("個月", Unit::Month),
    ("个多月", Unit::Month),
    ("年", Unit::Year),
    ("毫米", Unit::Millimetre),
    ("厘米", Unit::Centimetre),
    ("公分", Unit::Centimetre),
    ("平方", Unit::Metre),
    ("米", Unit::Metre),
    ("公里", Unit::Kilometre),
    ("千米", Unit::Kilometre),
    ("英里", Unit::Mile),
    ("英尺", Unit::Foot),
    ("英寸", Unit::Inch),
    ("克", Unit::Gram),
    ("公斤", Unit::Kilogram),
    ("千克", Unit::Kilogram),
    ("吨", Unit::Tonne),
    ("磅", Unit::Poundweight),
    ("像素", Unit::Pixel),
    ("千瓦", Unit::Kilowatt),
    ("兆瓦", Unit::Megawatt),
    ("瓦", Unit::Watt),
    ("千赫", Unit::Kilohertz),
    ("兆赫", Unit::Megahertz),
    ("吉赫", Unit::Gigahertz),
    ("赫兹", Unit::Hertz),
];

/// What makes another word of a unit: 3 年级 is a form, 2 天然 no day, 5 米饭 no metre, 平方 no length.
pub(super) fn is_other_word(unit: &str, behind: &str) -> bool {
    let next = behind.chars().next();
    match unit {
        "年" => {
            next.is_some_and(|ch| matches!(ch, '级' | '級' | '代' | '度' | '初' | '末' | '底' | '月' | '报' | '版'))
        }
        "天" => next.is_some_and(|ch| matches!(ch, '然' | '津' | '空')),
        "米" => next.is_some_and(|ch| matches!(ch, '饭' | '兰')),
        "周" => next.is_some_and(|ch| "一二三四五六日天岁长".contains(ch)),
        "克" => next.is_some_and(|ch| matches!(ch, '隆' | '拉')),
        "平方" => true,
        _ => false,
    }
}
