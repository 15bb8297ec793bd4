//! What must agree and what must not, as pairs of texts.

use crate::quantity::{
    Language, Numerals, Value, WeekdayFault, compare, date_faults, misordered, missing_names, time_faults,
    weekday_faults,
};

/// Everything that an English text and a Chinese one say differently.
fn faults(english: &str, chinese: &str) -> Vec<String> {
    let (original, translation) = (Numerals::of(english, Language::English), Numerals::of(chinese, Language::Chinese));
    let (source, target) = (original.read(), translation.read());
    let compared = compare(&source, &target);
    let mut faults: Vec<String> =
        compared.source_left.iter().map(|at| format!("-{}", &english[compared.source[*at].span.clone()])).collect();
    faults.extend(compared.target_left.iter().map(|at| format!("+{}", &chinese[compared.target[*at].span.clone()])));
    faults.extend(misordered(&source, &compared).map(|_| "order".to_owned()));
    let (own, other) = (original.dates(), translation.dates());
    faults.extend(date_faults(&own, &other).iter().map(|(left, right)| {
        format!("date {} {}", &english[own[*left].span.clone()], &chinese[other[*right].span.clone()])
    }));
    let (left, right) = (original.weekdays(), translation.weekdays());
    faults.extend(weekday_faults(&left, &right, &own, (chinese, &other)).iter().map(|fault| match fault {
        WeekdayFault::Other(_, at) => format!("weekday {}", &chinese[right[*at].span.clone()]),
        WeekdayFault::Calendar { target, expected } => {
            format!("calendar {} {expected}", &chinese[right[*target].span.clone()])
        }
    }));
    let (own, other) = (original.times(), translation.times());
    faults.extend(time_faults(&own, &other).iter().map(|(left, right)| {
        format!("time {} {}", &english[own[*left].span.clone()], &chinese[other[*right].span.clone()])
    }));
    faults.extend(missing_names(english, chinese).iter().map(|span| format!("name {}", &english[span.clone()])));
    faults
}

#[test]
fn what_says_the_same_is_silent() {
    let wrong: Vec<_> = SAME
        .iter()
        .map(|(english, chinese)| (english, chinese, faults(english, chinese)))
        .filter(|(.., faults)| !faults.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const SAME: &[(&str, &str)] = &[
    ("", ""),
    ("two rooms", "2 个房间"),
    ("2 rooms", "两个房间"),
    ("400 people", "400 人"),
    ("400 people", "四百人"),
    ("in 2020", "2020 年"),
    ("in 2020", "二〇二〇年"),
    ("10,000 users", "10 000 名用户"),
    ("10,000 users", "10000 名用户"),
    ("10,000 users", "1 万名用户"),
    ("10,000 users", "一万名用户"),
    ("10\u{2009}000 users", "10,000 名用户"),
    ("10 000 users", "1 万名用户"),
    ("rows 3 100 of them", "第 3 行，100 个"),
    ("1.5 million", "150 万"),
    ("3 billion", "30 亿"),
    ("3.5 billion", "35 亿"),
    ("350 million", "3 亿 5000 万"),
    ("$3–5 million", "300 万至 500 万美元"),
    ("30,000 to 50,000", "3 至 5 万"),
    ("15%", "百分之十五"),
    ("15 percent", "15%"),
    ("15 %", "15％"),
    ("30%", "三成"),
    ("10%-15%", "10–15%"),
    ("half of them", "一半"),
    ("half of them", "50%"),
    ("50% of them", "一半"),
    ("half of them", "半数"),
    ("one third", "1/3"),
    ("1/3 of them", "三分之一"),
    ("Nov. 7, 2020", "2020 年 11 月 7 日"),
    ("Nov. 7, 2020", "2020-11-07"),
    ("Nov. 7, 2020", "2020.11.07"),
    ("7 November 2020", "二〇二〇年十一月七日"),
    ("11/7/2020", "2020 年 11 月 7 日"),
    ("7/11/2020", "2020 年 11 月 7 日"),
    ("Oct. 7-8", "10 月 7-8 日"),
    ("Oct. 7-8", "10 月 7 日至 8 日"),
    ("Oct. 7–8, 2020", "2020 年 10 月 7 日至 10 月 8 日"),
    ("October 30 to November 2", "10 月 30 日至 11 月 2 日"),
    ("in November", "11 月"),
    ("In May 2021 we may go", "2021 年 5 月，我们可能会去"),
    ("April met June and gave 3 talks", "April 与 June 见面，作了 3 场报告"),
    ("3 p.m.", "15:00"),
    ("3 p.m.", "下午 3 点"),
    ("3:30 pm", "下午三点半"),
    ("2–4 p.m.", "下午 2 点至 4 点"),
    ("2-4 pm", "14:00–16:00"),
    ("9 a.m. to 5 p.m.", "上午 9 点至下午 5 点"),
    ("9:00–17:30", "9:00–17:30"),
    ("12 p.m.", "中午 12 点"),
    ("12 a.m.", "零点"),
    ("at noon", "中午 12 点"),
    ("half past seven in the evening, 19:30", "晚上 7:30"),
    ("the 1990s", "20 世纪 90 年代"),
    ("the 1990s", "九十年代"),
    ("the 1990s", "二十世纪九十年代"),
    ("the 21st century", "21 世纪"),
    ("the 21st century", "二十一世纪"),
    ("the first", "首个"),
    ("the first 1", "第一个 1"),
    ("24 hours a day", "全天"),
    ("24/7", "全天候"),
    ("24/7", "7×24 小时"),
    ("7 days", "一周"),
    ("two weeks", "14 天"),
    ("90 minutes", "一个半小时"),
    ("half an hour", "30 分钟"),
    ("6 months", "半年"),
    ("18 months", "一年半"),
    ("3.5 years", "3 年半"),
    ("1+1>2", "1+1>2"),
    ("0 to 1", "从零到一"),
    ("the top 10", "前十"),
    ("Chapter 4", "第四章"),
    ("Apache 2.0, HTTP/2, GPT-4 and IPv6", "Apache 2.0、HTTP/2、GPT-4 和 IPv6"),
    ("GPT-4", "GPT4"),
    ("H100s", "H100"),
    ("Vue 3", "Vue3"),
    ("one of the best", "最好的之一"),
    ("a week", "一周"),
    ("one room", "房间"),
    ("4M users", "400 万用户"),
    ("4K video", "4K 视频"),
    ("call +86 755 8888 1234", "电话：+86 755 8888 1234"),
    ("call 0755-88881234", "电话：0755 8888 1234"),
    ("518055 Shenzhen", "深圳 518055"),
    ("2001:db8::1 and 10.0.0.1", "10.0.0.1 和 2001:db8::1"),
    ("v1.2.3 and 1.2.4", "v1.2.3 和 1.2.4"),
    ("3~5 days", "3～5 天"),
    ("1:1 meetings", "1:1 面谈"),
    ("a 3-dimensional, 14-day tour", "为期 14 天的三维之旅"),
    ("2.1+", "2.1 以上"),
    ("mid-2020", "2020 年年中"),
    ("Q3 2020", "2020 年第三季度"),
    ("１２ rooms", "12 间"),
    ("5 kilograms", "5 千克"),
    ("2 hundred thousand", "20 万"),
    ("100% free", "完全免费"),
    ("see https://example.org/2020/11 or a1@b2.org", "见 example.org/2020/12"),
    ("some were uniform, first-hand", "一些是统一的第一手资料"),
    ("Double 11", "双十一"),
    ("On Saturday", "周六"),
    ("From Friday to Friday", "从周五到下周五"),
    ("once a week", "每周一次"),
    ("two weeks' plan", "两周日程"),
    ("Saturday, November 7, 2020", "2020 年 11 月 7 日（周六）"),
    ("Saturday, November 7, 2020", "2020 年 11 月 7 日，星期六"),
    ("World War II", "第 2 次世界大战"),
    ("two hundred and five", "205"),
    ("twenty-one", "21"),
    ("7 or 8 people", "七八个人"),
    ("thirty or forty people", "三四十人"),
    ("15 people in 2020", "2020 年 15 人"),
    ("3 of the 5", "5 个中的 3 个"),
    ("$5", "5 美元"),
    ("$1.2bn", "12 亿美元"),
    (".5 and 0.25", "0.5 和 0.25"),
];

#[test]
fn what_says_otherwise_is_found() {
    for (english, chinese, expected) in OTHER {
        assert_eq!(faults(english, chinese), *expected, "{english} | {chinese}");
    }
}

const OTHER: &[(&str, &str, &[&str])] = &[
    ("40 minutes", "45 分钟", &["-40", "+45"]),
    ("40 minutes", "四十五分钟", &["-40"]),
    ("Go 1.23", "Go 1.22", &["-1.23", "+1.22"]),
    ("July 2022", "2022 年 6 月", &["+6", "date July 2022 2022 年 6 月"]),
    ("50 px", "100 像素", &["-50", "+100"]),
    ("1,000 users", "1 万名用户", &["-1,000", "+1 万"]),
    ("3 million", "30 亿", &["-3 million", "+30 亿"]),
    ("three million people", "三十亿人", &["-three million", "+三十亿"]),
    ("8 June", "7 月 8 日", &["+7", "date 8 June 7 月 8 日"]),
    ("8 March", "8 月 3 日", &["+3", "date 8 March 8 月 3 日"]),
    ("on October 5", "11 月 5 日", &["+11", "date October 5 11 月 5 日"]),
    ("Nov. 7, 2020", "2021 年 11 月 7 日", &["-2020", "+2021", "date Nov. 7, 2020 2021 年 11 月 7 日"]),
    ("in November", "十月", &["date November 十月"]),
    ("On Saturday", "周日", &["weekday 周日"]),
    ("From Friday to Monday", "从周一到周一", &["weekday 周一"]),
    ("the 1990s", "19 世纪 90 年代", &["-1990", "+19 世纪 90"]),
    ("the 1990s", "200 世纪 90 年代", &["-1990", "+200 世纪 90"]),
    ("the late 2000s", "200 年代末", &["-2000", "+200"]),
    ("November 7, 2020", "2020 年 11 月 7 日（周五）", &["calendar 周五 6"]),
    ("3 p.m.", "上午 3 点", &["time 3 p.m 3 点"]),
    ("3 p.m.", "3 点", &["time 3 p.m 3 点"]),
    ("9 a.m.", "下午 9 点", &["time 9 a.m 9 点"]),
    ("GPT-4", "GPT-5", &["name GPT-4"]),
    ("v1.2", "v1.3", &["name v1.2"]),
    ("1.2.3", "1.2.4", &["-1.2.3", "+1.2.4"]),
    ("3 cats and 5 dogs", "5 只猫和 3 只狗", &["order"]),
    ("2 hours and 7 people", "2 小时", &["-7"]),
];

#[test]
fn no_text_is_too_odd() {
    let awkward = [
        "9".repeat(400),
        "1,000".repeat(300),
        "一".repeat(3000),
        "万".repeat(400),
        "1.".repeat(500),
        "：1:1".repeat(99),
    ];
    for text in &awkward {
        for other in &awkward {
            faults(text, other);
        }
    }
    let long = "9".repeat(400);
    assert_eq!(faults(&long, &long), [] as [&str; 0]);
    assert_eq!(faults(&long, &format!("{long}9")).len(), 2);
}

#[test]
fn a_value_is_exact() {
    let value = |text| Numerals::of(text, Language::Chinese).read().numbers[0].value.clone();
    assert_eq!(value("1.15 亿"), Value::whole(115_000_000));
    assert_eq!(value("３．５ 万"), Value::whole(35_000));
}
