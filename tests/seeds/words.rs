//! Slips in terms, names, clauses and whole translations.

use duizhao::glossary::Term;
use duizhao::markdown::LeafKind;
use duizhao::text::{Span, is_han};

use crate::clean::{Clean, World};
use crate::slip::{Slip, prose};

/// The source for the translation, where it is prose.
pub(crate) fn source_for_target(_: &World, clean: &Clean) -> Vec<Slip> {
    let is_prose = clean.kind == LeafKind::Paragraph && clean.views[0].visible.split(' ').count() >= 4;
    let target = clean.source.clone();
    if is_prose { vec![Slip { span: 0..target.len(), target }] } else { Vec::new() }
}

/// What people write for a term and the glossary does not have.
const UNLISTED: &[(&str, &str)] = &[
    ("开源", "开放源码"),
    ("软件", "程式"),
    ("用户", "使用者"),
    ("服务器", "伺服器"),
    ("信息", "资讯"),
    ("网络", "网路"),
    ("质量", "品质"),
    ("算法", "计算法"),
    ("框架", "架构"),
    ("开发者", "研发人员"),
    ("维护者", "管理员"),
    ("贡献者", "参与人"),
    ("主题演讲", "主旨发言"),
    ("圆桌讨论", "小组座谈"),
    ("机器学习", "机械学习"),
    ("深度学习", "深层学习"),
    ("联邦学习", "联合学习"),
    ("大数据", "巨量数据"),
    ("鹏城实验室", "鹏程实验室"),
    ("腾讯", "腾迅"),
    ("百度", "白度"),
    ("中兴通讯", "中心通讯"),
    ("滴滴", "嘀嘀"),
    ("华为", "华维"),
    ("峰会", "高端会议"),
    ("直播", "串流"),
    ("治理", "管理"),
    ("推理", "推断"),
    ("代表", "代理人"),
    ("向量数据库", "矢量数据库"),
    ("毕业项目", "结业项目"),
    ("孵化项目", "培育项目"),
    ("人工智能", "机器智能"),
    ("基金会", "协会"),
    ("社区", "社群"),
    ("香港", "港岛"),
    ("深圳", "鹏城"),
    ("训练", "培养"),
    ("分布式", "分散式"),
    ("非结构化", "无结构"),
    ("结构化", "构造化"),
    ("算力", "计算力"),
    ("生态", "环境"),
    ("董事会", "理事会"),
    ("副总裁", "副总"),
    ("开幕致辞", "开场发言"),
    ("数据孤岛", "数据烟囱"),
    ("数据隐私", "资料隐私"),
    ("活动回顾", "活动报道"),
    ("飞桨", "飞浆"),
    ("战略合作", "策略合作"),
    ("向量相似度检索", "矢量搜索"),
    ("程序", "程式"),
    ("执行董事", "执行长"),
    ("观众", "听众"),
];

/// The terms of the source that are neither names of persons nor protected.
fn terms<'w>(world: &'w World, clean: &Clean, wanted: impl Fn(&Term) -> bool) -> Vec<&'w Term> {
    let matches = world.glossary.matches(&clean.views[0].visible, "en");
    let first = matches.into_iter().filter_map(|found| found.terms.first().copied());
    let mut terms: Vec<&Term> = first.filter(|term| wanted(term)).collect();
    terms.sort_by_key(|term| &term.id);
    terms.dedup_by_key(|term| &term.id);
    terms
}

/// Every `old` in the prose, code and names aside, made `new`.
fn everywhere(text: &str, old: &str, new: &str) -> Option<Slip> {
    let seen = prose(text);
    let places: Vec<usize> = seen.match_indices(old).map(|(at, _)| at).collect();
    let (first, last) = (*places.first()?, *places.last()?);
    let mut target = text.to_owned();
    places.iter().rev().for_each(|at| target.replace_range(*at..at + old.len(), new));
    let end = (last + old.len() + target.len()).saturating_sub(text.len());
    Some(Slip { span: first..end.max(first), target })
}

pub(crate) fn unlisted_form(world: &World, clean: &Clean) -> Vec<Slip> {
    let mut slips = Vec::new();
    for term in terms(world, clean, |term| !term.is_protected && !term.is_person()) {
        let form = term.forms().into_iter().find(|form| clean.target.contains(form));
        let other = form.and_then(|form| UNLISTED.iter().find(|(listed, _)| form.contains(listed)));
        let slip = other.and_then(|(listed, new)| everywhere(&clean.target, listed, new));
        slips.extend(slip.filter(|slip| !term.is_said_in(&slip.target)));
    }
    slips
}

pub(crate) fn banned_form(world: &World, clean: &Clean) -> Vec<Slip> {
    let mut slips = Vec::new();
    for term in terms(world, clean, |term| !term.forbidden.is_empty()) {
        let Some(form) = term.forms().into_iter().find(|form| clean.target.contains(form)) else { continue };
        for banned in &term.forbidden {
            slips.extend(everywhere(&clean.target, form, banned));
        }
    }
    slips
}

/// Writes every protected name that stands in the prose otherwise.
fn names(world: &World, clean: &Clean, new: impl Fn(&str) -> Option<String>) -> Vec<Slip> {
    let mut slips = Vec::new();
    for term in terms(world, clean, |term| term.is_protected) {
        let name = term.translation.as_str();
        let slip = new(name).and_then(|new| everywhere(&clean.target, name, &new));
        // A name that stands in code as well is not lost.
        slips.extend(slip.filter(|slip| !slip.target.contains(name)));
    }
    slips
}

pub(crate) fn name_translated(world: &World, clean: &Clean) -> Vec<Slip> {
    const CHINESE: &[(&str, &str)] = &[
        ("Angel", "天使"),
        ("Milvus", "鸢鹰"),
        ("MindSpore", "思维孢子"),
        ("GitHub", "代码之家"),
        ("Horovod", "环舞"),
        ("ONNX", "开放神经网络交换"),
        ("Adlik", "阿德利克"),
        ("Zilliz", "泽理斯"),
        ("LF AI & Data", "人工智能与数据"),
        ("LF AI & Data Day", "人工智能与数据日"),
        ("Ibrahim Haddad", "易卜拉欣·哈达德"),
    ];
    let of = |name: &str| CHINESE.iter().find(|(own, _)| *own == name).map(|(_, new)| (*new).to_owned());
    names(world, clean, of)
}

/// `MindSpore` as `Mindspore` and as `mindspore`.
pub(crate) fn name_recased(world: &World, clean: &Clean) -> Vec<Slip> {
    let lower = |name: &str| Some(name.to_lowercase());
    let first = |name: &str| Some(format!("{}{}", &name[..1], name[1..].to_lowercase())).filter(|new| new != name);
    [names(world, clean, lower), names(world, clean, first)].concat()
}

/// A letter left out, and two letters exchanged.
fn misspelt(name: &str) -> [String; 2] {
    let letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    let mut less = letters.clone();
    less.remove(middle);
    let mut turned = letters;
    turned.swap(1, 2);
    [less, turned].map(String::from_iter)
}

pub(crate) fn name_misspelt(world: &World, clean: &Clean) -> Vec<Slip> {
    let way = |at: usize| names(world, clean, move |name| Some(misspelt(name)[at].clone()).filter(|new| new != name));
    [way(0), way(1)].concat()
}

/// The names of persons that are not protected, misspelt in Chinese or Latin letters.
pub(crate) fn person_misspelt(world: &World, clean: &Clean) -> Vec<Slip> {
    let mut slips = Vec::new();
    for term in terms(world, clean, |term| term.is_person() && !term.is_protected) {
        let Some(form) = term.forms().into_iter().find(|form| clean.target.contains(form)) else { continue };
        let new = match form {
            "星爵" => "星觉".to_owned(),
            "黄之鹏" => "黄志鹏".to_owned(),
            "高文" => "高闻".to_owned(),
            _ => misspelt(form)[0].clone(),
        };
        slips.extend(everywhere(&clean.target, form, &new).filter(|slip| !term.is_said_in(&slip.target)));
    }
    slips
}

/// The translation of the block before.
pub(crate) fn neighbour_pasted(world: &World, clean: &Clean) -> Vec<Slip> {
    let at = world.pairs.iter().position(|pair| std::ptr::eq(pair, clean)).expect("one of the pairs");
    let near = at.checked_sub(1).and_then(|at| world.pairs.get(at));
    let prose = |pair: &&Clean| pair.kind == LeafKind::Paragraph && pair.target != clean.target;
    let near = near.filter(prose).filter(|_| clean.kind == LeafKind::Paragraph);
    near.iter().map(|pair| Slip { target: pair.target.clone(), span: 0..pair.target.len() }).collect()
}

/// The pieces of a text between marks, with four Han characters or more.
pub(crate) fn clauses(text: &str) -> Vec<Span> {
    let seen = prose(text);
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, ch) in seen.char_indices() {
        if "，。；：！？、（）“”《》—*\u{1}".contains(ch) {
            clauses.push(start..at);
            start = at + ch.len_utf8();
        }
    }
    clauses.push(start..text.len());
    clauses.retain(|span| seen[span.clone()].chars().filter(|ch| is_han(*ch)).count() >= 4);
    clauses
}

/// Where sentences end.
fn ends(text: &str) -> Vec<usize> {
    prose(text).match_indices(['。', '！', '？']).map(|(at, mark)| at + mark.len()).collect()
}

/// Whether a text is open in the middle of emphasis, brackets or quotation marks at `at`.
fn is_inside(text: &str, at: usize) -> bool {
    let count = |mark: &str| text[..at].matches(mark).count();
    count("**") % 2 == 1 || count("（") != count("）") || count("“") != count("”") || count("《") != count("》")
}

/// Everything behind a comma left out, the stop put there.
pub(crate) fn cut_at_comma(_: &World, clean: &Clean) -> Vec<Slip> {
    let text = clean.target.as_str();
    let commas: Vec<usize> =
        prose(text).match_indices('，').map(|(at, _)| at).filter(|at| !is_inside(text, *at)).collect();
    commas.into_iter().map(|at| Slip::put(text, &(at..text.len()), "。")).collect()
}

pub(crate) fn last_sentence_repeated(_: &World, clean: &Clean) -> Vec<Slip> {
    let text = clean.target.as_str();
    let ends = ends(text);
    let Some(last) = ends.last().filter(|last| **last == text.len()) else { return Vec::new() };
    let start = ends.iter().rev().nth(1).copied().unwrap_or(0);
    if is_inside(text, start) {
        return Vec::new();
    }
    vec![Slip::put(text, &(*last..*last), &text[start..])]
}

/// One sentence left out, of texts with so many.
fn sentence_dropped(text: &str, wanted: impl Fn(usize) -> bool) -> Vec<Slip> {
    let ends = ends(text);
    if !wanted(ends.len()) || ends.last() != Some(&text.len()) || ends.iter().any(|end| is_inside(text, *end)) {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(start, end)| Slip::put(text, &(start..*end), "")).collect()
}

pub(crate) fn sentence_of_two_dropped(text: &str) -> Vec<Slip> {
    sentence_dropped(text, |count| count == 2)
}

pub(crate) fn sentence_of_more_dropped(text: &str) -> Vec<Slip> {
    sentence_dropped(text, |count| count > 2)
}

/// The last clause of the source, of five words or more, for the last clause of the translation.
pub(crate) fn english_clause_left(_: &World, clean: &Clean) -> Vec<Slip> {
    let text = clean.target.as_str();
    let source = prose(&clean.source);
    if clean.kind != LeafKind::Paragraph || source.contains('\u{1}') || source.contains('*') {
        return Vec::new();
    }
    // A mark with nothing behind it belongs to a number or a name: `1.5`, `9:15`.
    let ends = [", ", "; ", ": ", ". ", "? ", "! "];
    let parted = ends.iter().fold(format!("{source} "), |text, end| text.replace(end, "\n"));
    let mut english: Vec<&str> = parted.split('\n').map(str::trim).collect();
    let is_word = |word: &&str| word.starts_with(|ch: char| ch.is_ascii_alphabetic());
    english.retain(|clause| clause.split(' ').filter(is_word).count() >= 5 && !clause.contains('"'));
    let (Some(english), Some(last)) = (english.last(), clauses(text).pop()) else { return Vec::new() };
    vec![Slip::put(text, &last, english)]
}

/// A clause whose bytes were taken for Latin-1.
pub(crate) fn read_as_latin(_: &World, clean: &Clean) -> Vec<Slip> {
    let text = clean.target.as_str();
    let latin = |clause: &Span| text[clause.clone()].bytes().map(char::from).collect::<String>();
    clauses(text).iter().map(|clause| Slip::put(text, clause, &latin(clause))).collect()
}
