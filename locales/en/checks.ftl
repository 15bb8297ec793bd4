### State

check-damaged-record = a part of a catalog is not understood
check-segment-count = a record has another number of lines than the source has sentences
check-stale = the source has changed since the sentence was translated
check-untranslated = a sentence has no translation
check-draft = nobody has confirmed the translation
check-unknown-term = a translation refers to a term that the glossary does not have
check-confirmed-unchanged = a stale sentence became fresh and its translation is the same
check-obsolete = the source of a record is gone
check-catalog-out-of-sync = `duizhao sync` would change a catalog

## The words of the checks of one source text and its translation: for each a line for lists, the finding, and what to do.

## Markup

check-emphasis-literal = a reader would see asterisks: emphasis that does not open or close
check-emphasis-presence = all emphasis was lost, or there is some where the source has none
check-emphasis-count = other emphasis than in the source
check-link-target = a link leads elsewhere
check-link-count = a link was lost or added
check-link-fullwidth = a link with full-width brackets, or without a text
check-bare-url-swallow = an address with Chinese directly behind it
check-code-span-set = code was changed, translated or lost
check-code-span-count = code is marked up more or less often than in the source
check-html-tags = HTML tags were lost, added or changed
check-placeables = shortcodes or placeables were lost, added or changed
check-footnotes = references to footnotes were lost, added or changed
check-images = an image was lost, added or replaced
check-image-alt = the description of an image is not translated, or empty
check-escape-noise = backslashes that the source does not have
check-heading-id = the id of a heading was lost or changed
check-numbers = a number was changed, lost or added
check-number-order = the same numbers stand in another order
check-dates = a date is another one
check-weekday = a weekday is another one, or does not fit its date
check-time-of-day = a time of day is another one
check-percent = a percentage became a plain number
check-currency-unit = a currency or a unit is another one
check-number-words = a number in words is not said
check-id-tokens = a name with digits was changed or lost

finding-emphasis-literal = readers will see these marks: the emphasis does not open or close here
finding-emphasis-lost = the emphasis is lost: { $text }
finding-emphasis-added = emphasis that the source does not have
finding-emphasis-count = spans of emphasis in the source: { $source }, in the translation: { $target }, or they are nested otherwise
finding-link-target = the source leads to { $url }
finding-link-lost = the link is lost: { $text }
finding-link-added = a link that the source does not have
finding-link-fullwidth = full-width brackets make no link
finding-link-empty = a link without a text cannot be followed
finding-bare-url = what follows would be taken for a part of the address
finding-code-changed = the source has `{ $code }`
finding-code-lost = the code is lost: `{ $code }`
finding-code-added = code that the source does not have
finding-code-count = `{ $code }` is marked as code { $source ->
    [one] once
   *[other] { $source } times
} in the source, here { $target ->
    [0] never
    [one] once
   *[other] { $target } times
}
finding-tag-lost = the tag is lost: { $tag }
finding-tag-added = a tag that the source does not have
finding-placeable-lost = the placeable is lost: { $text }
finding-placeable-added = a placeable that the source does not have
finding-footnote-lost = the reference to the footnote is lost: { $label }
finding-footnote-added = a footnote that the source does not refer to here
finding-image-lost = the image is lost: { $url }
finding-image-added = an image that the source does not have
finding-alt-source = the description is that of the source
finding-alt-empty = the description is empty
finding-escape = a backslash that the source does not have
finding-heading-id = the source has `{ $id }`
finding-number-other = the source has { $number }
finding-number-lost = the number is lost: { $number }
finding-number-added = a number that the source does not have
finding-number-order = the source has { $first } before { $second }
finding-date = the source has { $date }
finding-weekday = the source has { $day }
finding-weekday-date = the date is a { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
finding-time = the source has { $time }
finding-percent = the source has a percentage: { $number }
finding-unit = the source has { $number }
finding-name-lost = the name is lost or changed: { $name }

explain-emphasis-literal = Markdown closes emphasis only where the mark touches a word: behind `，` or `”` and before a Han character it does not, and readers see the asterisks. Move the punctuation or the quotation marks outside the emphasis, or put a space behind it. `duizhao check --fix` does so.
explain-emphasis-presence = The source emphasises something and the translation nothing, or the other way round. Italics may become bold, quotation marks or a book title; that is not reported.
explain-emphasis-count = The translation emphasises more or fewer words than the source, or nests emphasis otherwise. Often that is right; look at it once.
explain-link-target = A link of the translation leads to an address that the source does not have. A folder named after a language and the anchor of a heading on the site's own pages may differ; addresses elsewhere must be the same, letter by letter. Hosts that hold the same pages in other languages are named in `mirrors`.
explain-link-count = The translation has fewer or more links than the source.
explain-link-fullwidth = `［文字］（/page）` is no link for a Markdown reader. The brackets must be `[`, `]`, `(` and `)`, and there must be a text between the first two. `duizhao check --fix` puts the brackets right.
explain-bare-url-swallow = Where an address stands in the text without `<` and `>`, many readers take the Chinese behind it for a part of it. `duizhao check --fix` writes `<` and `>`.
explain-code-span-set = Every piece of code of the source must stand in the translation, and no other: code is not translated. Where a string was localised on purpose, waive the finding.
explain-code-span-count = A piece of code is marked up more or less often than in the source. Chinese often repeats or leaves out such words; look at it once.
explain-html-tags = The translation has other HTML tags than the source. The texts of `alt`, `title`, `lang` and `aria-label` may differ.
explain-placeables = `{"{"}name{"}"}`, `${"{"}name{"}"}` and shortcodes are filled in by a program and must stay as they are. Chinese words in quotation marks inside them may differ.
explain-heading-id = `{"{"}#id{"}"}` behind a heading names it for links in all languages. It must be the same as in the source.
explain-footnotes = The translation must refer to the same footnotes as the source.
explain-images = The translation must show the images of the source. `a.zh.png` may stand for `a.png`.
explain-image-alt = The description of an image is read aloud and shown where the image is not. Translate it; a name may stay.
explain-escape-noise = A `\` before a mark shows the mark itself. The source has none here; usually a tool has left it behind.
explain-numbers = A number of the translation says something else than the source, or one of them is missing. Numbers are compared by value: `1.5 million` is `150 万`, `half` is `50%`, `two` is `2`. A number that was added on purpose can be waived.
explain-number-order = Both texts have the same numbers in another order: perhaps two were exchanged. Chinese often puts times and dates first; those are left out.
explain-dates = A date of the translation is not the one of the source. Month and day are compared together, so that 8 March and 8 月 3 日 differ though their numbers are the same.
explain-weekday = The translation names another weekday than the source, or one that does not fit the date beside it.
explain-time-of-day = A time of day differs. `3 p.m.` is 15:00 or 下午 3 点; 3 点 alone is three in the morning.
explain-percent = The source has a percentage and the translation the number without `%`, 百分之, 成 or a fraction.
explain-currency-unit = A number has another currency or another unit than in the source. Amounts are not converted: `$` is 美元, `¥` and 元 are yuan.
explain-number-words = The source says a number in words (two, dozen, a hundred) and the translation does not say it. Often that is right; look at it once.
explain-id-tokens = Names with digits in them, such as `GPT-4` and `IPv6`, are the same in every language. Capitals, hyphens and spaces may differ.
