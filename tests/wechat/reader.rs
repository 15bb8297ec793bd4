//! Reads a fragment as XML and says what is wrong with it, by the lists of what the editor of WeChat keeps.

use duizhao::publish::wechat::allowed;
use roxmltree::{Document, Node};

/// Returns a fragment as XML can be read: its one named reference expanded.
pub(crate) fn expanded(fragment: &str) -> String {
    fragment.replace("&nbsp;", "&#160;")
}

/// Returns the elements of a fragment and what each rule has against it.
pub(crate) fn elements<'d>(document: &'d Document<'_>) -> Vec<Node<'d, 'd>> {
    document.descendants().filter(Node::is_element).collect()
}

/// Returns the tags that are not allowed (W2).
pub(crate) fn tags(document: &Document<'_>) -> Vec<String> {
    let names = elements(document).into_iter().map(|node| node.tag_name().name().to_owned());
    names.filter(|name| !allowed::TAGS.contains(&name.as_str())).collect()
}

/// Returns the attributes that are not allowed (W3).
pub(crate) fn attributes(document: &Document<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in elements(document) {
        for attribute in node.attributes() {
            let known = allowed::ATTRIBUTES.iter().find(|(name, _)| *name == attribute.name());
            let fits = known.is_some_and(|(_, on)| on.is_empty() || on.contains(&node.tag_name().name()));
            if !fits {
                wrong.push(format!("{} {}", node.tag_name().name(), attribute.name()));
            }
        }
    }
    wrong
}

/// Returns every property and its value.
pub(crate) fn declarations(document: &Document<'_>) -> Vec<(String, String)> {
    let styles = elements(document).into_iter().filter_map(|node| node.attribute("style"));
    let split = styles.flat_map(|style| style.split(';')).map(|declaration| {
        let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        (name.trim().to_owned(), value.trim().to_owned())
    });
    split.collect()
}

/// Returns the declarations that are not allowed (W4).
pub(crate) fn styles(document: &Document<'_>) -> Vec<String> {
    let fits = |name: &str| {
        allowed::PROPERTIES.iter().any(|property| match property.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == *property,
        })
    };
    let is_wrong = |(name, value): &(String, String)| {
        !fits(name)
            || value.is_empty()
            || allowed::NEVER_IN_VALUES.iter().any(|never| value.to_lowercase().contains(never))
            || (name == "display" && !allowed::DISPLAYS.contains(&value.as_str()))
    };
    declarations(document).into_iter().filter(is_wrong).map(|(name, value)| format!("{name}:{value}")).collect()
}

/// Returns the declarations with black in them (W5).
pub(crate) fn blacks(document: &Document<'_>) -> Vec<String> {
    let is_black = |(_, value): &(String, String)| {
        let value = value.to_lowercase().replace(' ', "").replace(",0)", ",0) ");
        value.split_whitespace().any(|word| allowed::BLACKS.iter().any(|black| word.ends_with(black)))
    };
    declarations(document).into_iter().filter(is_black).map(|(name, value)| format!("{name}:{value}")).collect()
}

/// Returns the links that do not lead to articles (W6).
pub(crate) fn links(document: &Document<'_>) -> Vec<String> {
    let links = elements(document).into_iter().filter(|node| node.has_tag_name("a"));
    let hrefs = links.map(|node| node.attribute("href").unwrap_or_default().to_owned());
    let is_article = |href: &String| {
        let host =
            href.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
        host.eq_ignore_ascii_case(allowed::LINK_HOST)
    };
    hrefs.filter(|href| !is_article(href)).collect()
}

/// Returns all text of an element; a line break is one.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    node.descendants().fold(String::new(), |mut text, node| {
        match node.is_element() {
            true if node.has_tag_name("br") => text.push('\n'),
            true => {}
            false => text.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default()),
        }
        text
    })
}

/// Returns the text of the fragment without the signs that lead to its end, white space left out.
pub(crate) fn squeezed(document: &Document<'_>) -> String {
    let is_sign = |node: &Node<'_, '_>| node.ancestors().any(|node| node.has_tag_name("sup"));
    let texts = document.descendants().filter(|node| node.is_text() && !is_sign(node));
    texts.filter_map(|node| node.text()).flat_map(str::chars).filter(|ch| !ch.is_whitespace()).collect()
}

/// Returns the signs that lead to the references, and the references.
pub(crate) fn references(document: &Document<'_>) -> (Vec<usize>, Vec<(usize, String)>) {
    let number = |text: &str| text.strip_prefix('[')?.split_once(']').and_then(|(number, _)| number.parse().ok());
    let signs = elements(document).into_iter().filter(|node| node.has_tag_name("sup"));
    let signs = signs.filter_map(|node| number(&text(node))).collect();
    let heading =
        elements(document).into_iter().find(|node| node.has_tag_name("h3") && text(*node) == "参考链接 References");
    let entries = heading.into_iter().flat_map(|heading| heading.next_siblings()).filter(|node| node.has_tag_name("p"));
    let entries = entries.filter_map(|node| Some((number(&text(node))?, text(node)))).collect();
    (signs, entries)
}

/// Returns every block of code as it was written (W9), and what in any code would not survive.
pub(crate) fn codes(document: &Document<'_>) -> (Vec<String>, Vec<String>) {
    let (mut blocks, mut wrong) = (Vec::new(), Vec::new());
    for node in elements(document).into_iter().filter(|node| node.has_tag_name("code")) {
        let texts = node.descendants().filter(Node::is_text).filter_map(|node| node.text());
        wrong.extend(texts.filter(|text| text.contains([' ', '\n', '\r'])).map(str::to_owned));
        let is_block = node.parent_element().is_some_and(|parent| parent.has_tag_name("section"))
            && node.attribute("style").is_some_and(|style| style.contains("nowrap"));
        if is_block {
            blocks.push(text(node).replace('\u{a0}', " "));
        }
    }
    (blocks, wrong)
}
