//! A word of another region: `软体` where readers say `软件`.

use std::sync::LazyLock;

use crate::checks::{Example, Fault, Pair, chinese, pair::PairCheck};
use crate::finding::{Message, Safety, Severity};
use crate::locale::{HanScript, han_script};

pub(super) static CHECK: PairCheck = PairCheck {
    code: "regional-term",
    severity: [Severity::Info; 2],
    settings: &[],
    examples: &[
        Example {
            source: "The server's software.", target: "伺服器的软体。", reported: &["伺服器", "软体"]
        },
        Example { source: "A soft robot.", target: "软体机器人。", reported: &[] },
    ],
    run,
};

/// Words of Taiwan, those of the mainland, and what makes another word of them.
const MAINLAND: &[(&str, &str, &str)] = &[
    ("伺服器", "服务器", ""),
    ("软体", "软件", "机动"),
    ("硬体", "硬件", ""),
    ("网路", "网络", ""),
    ("滑鼠", "鼠标", ""),
    ("萤幕", "屏幕", ""),
    ("记忆体", "内存", ""),
    ("硬碟", "硬盘", ""),
    ("光碟", "光盘", ""),
    ("磁碟", "磁盘", ""),
    ("资料库", "数据库", ""),
    ("部落格", "博客", ""),
    ("视讯", "视频", ""),
    ("程式码", "代码", ""),
    ("应用程式", "应用程序", ""),
    ("介面", "界面", ""),
    ("列印", "打印", ""),
    ("位元组", "字节", ""),
    ("人工智慧", "人工智能", ""),
    ("奈米", "纳米", ""),
];

const TAIWAN: &[(&str, &str, &str)] = &[
    ("軟件", "軟體", ""),
    ("硬件", "硬體", ""),
    ("網絡", "網路", ""),
    ("服務器", "伺服器", ""),
    ("鼠標", "滑鼠", ""),
    ("屏幕", "螢幕", ""),
    ("內存", "記憶體", ""),
    ("硬盤", "硬碟", ""),
    ("數據庫", "資料庫", ""),
    ("博客", "部落格", ""),
    ("視頻", "影片", ""),
    ("打印", "列印", ""),
    ("字節", "位元組", ""),
    ("人工智能", "人工智慧", ""),
    ("默認", "預設", ""),
    ("納米", "奈米", ""),
];

/// The first characters of all these words, sorted.
static STARTS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let words = MAINLAND.iter().chain(TAIWAN).map(|(word, ..)| *word);
    let mut starts: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
});

fn run(pair: &Pair<'_>, report: &mut dyn FnMut(Fault)) {
    let Some(text) = chinese::text(pair) else { return };
    let words = match han_script(pair.locale) {
        Some(HanScript::Simplified) => MAINLAND,
        // Hong Kong has words of both.
        Some(HanScript::Traditional) if !pair.locale.contains("HK") && !pair.locale.contains("MO") => TAIWAN,
        _ => return,
    };
    for (at, ch) in text.char_indices().filter(|(_, ch)| STARTS.binary_search(ch).is_ok()) {
        let stands = |(word, ..): &&(&str, &str, &str)| word.starts_with(ch) && text[at..].starts_with(word);
        let Some((word, own, unless)) = words.iter().find(stands) else { continue };
        if chinese::after(text, at + word.len()).is_some_and(|ch| unless.contains(ch)) {
            continue;
        }
        let message = Message::new("finding-regional-term").with("other", *own);
        report(chinese::fault(pair, &(at..at + word.len()), message, own, Safety::Unsafe));
    }
}
