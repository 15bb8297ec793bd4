### State

check-damaged-record = a part of a catalog is not understood
check-segment-count = a record has another number of lines than the source has sentences
check-stale = the source has changed since the sentence was translated
check-untranslated = a sentence has no translation
check-draft = nobody has confirmed the translation
check-unknown-term = a translation refers to a term that the glossary does not have
check-confirmed-unchanged = a stale sentence became fresh and its translation is the same
check-obsolete = the source of a record is gone
check-addition-lost = an addition stands beside a unit that the document does not have
check-catalog-out-of-sync = `duizhao sync` would change a catalog

## The words of the checks of one source text and its translation: for each a line for lists, the finding, and what to do.

## Markup

check-emphasis-literal = a reader would see asterisks: emphasis that does not open or close
check-emphasis-presence = all emphasis was lost, or there is some where the source has none
check-emphasis-count = other emphasis than in the source
check-link-target = a link leads elsewhere
check-link-count = a link was lost or added
check-link-fullwidth = a link with full-width brackets, without `]`, or without a text
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
explain-emphasis-presence = The source emphasises something and the translation nothing, or the other way round. Italics may become bold, quotation marks or a book title; that is not reported. Where only italics are lost, it is an info: Chinese has none.
explain-emphasis-count = The translation emphasises more or fewer words than the source, or nests emphasis otherwise. Often that is right; look at it once.
explain-link-target = A link of the translation leads to an address that the source does not have. A folder named after a language and the anchor of a heading on the site's own pages may differ; addresses elsewhere must be the same, letter by letter. Hosts that hold the same pages in other languages are named in `mirrors`.
explain-link-count = The translation has fewer or more links than the source.
explain-link-fullwidth = `［文字］（/page）` is no link for a Markdown reader, nor is `[文字(/page)`. The brackets must be `[`, `]`, `(` and `)`, and there must be a text between the first two. `duizhao check --fix` puts the brackets right.
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

## Punctuation and characters

check-end-punctuation = the final mark is lost, or another one
check-question-mark = a question became a statement, or the reverse
check-halfwidth-punct = a half-width mark where Chinese has a full-width one
check-fullwidth-in-code = full-width marks or letters in code
check-latin-list-comma = a comma between Latin words where Chinese has `、`
check-paren-mixed = round brackets of which one half is full-width and the other half-width
check-paren-width = round brackets of the width that the project does not use
check-brackets-balance = a bracket or quotation mark without its other half
check-quotes-style = quotation marks of another kind than the project uses
check-ellipsis = an ellipsis that is not `……`
check-dash = a dash that is not `——`
check-space-cjk-latin = a space between Chinese and Latin is missing, or there where the project wants none
check-space-fullwidth-punct = a space beside a full-width mark
check-space-between-han = a space between two Chinese characters
check-double-space = more than one space between words
check-leading-trailing-space = spaces at the ends that the source does not have
check-duplicate-punct = the same mark twice, or marks that contradict each other
check-repeated-word = a word is written twice
check-traditional-in-simplified = a traditional character in simplified Chinese
check-simplified-in-traditional = a simplified character in traditional Chinese
check-regional-term = a word of another region
check-fullwidth-alnum = full-width letters or digits
check-number-unit-space = the space between a number and its unit
check-interpunct = another dot than `·` in a name
check-invisible-char = a character that nobody sees
check-bidi-control = a mark that turns the direction of the text
check-replacement-char = a character that was lost, or has no meaning
check-mojibake = text that was read in the wrong encoding
check-control-char = a control character
check-nbsp-ideographic-space = a no-break or an ideographic space
check-compat-han = a radical or compatibility character in place of the usual one
check-nfc = a letter and its accent are written apart
check-kana-hangul-stray = Japanese or Korean letters that the source does not have

finding-end-punctuation = the source ends otherwise: { $mark } is expected
finding-question-lost = the source is a question
finding-question-added = the source is no question
finding-halfwidth-punct = Chinese has { $mark } here
finding-fullwidth-in-code = full-width characters in code
finding-latin-list-comma = parallel words are separated by `、`
finding-paren-mixed = one half is full-width, the other half-width
finding-paren-width = the project uses the other width
finding-brackets-balance = the other half is missing
finding-quotes-style = { $open }…{ $close } is expected here
finding-ellipsis = an ellipsis is `……`
finding-dash = a dash is `——`, without spaces
finding-space-missing = a space is missing between Chinese and Latin
finding-space-cjk-latin = no space between Chinese and Latin here
finding-space-fullwidth = no space beside a full-width mark
finding-space-between-han = no space between Chinese characters
finding-double-space = more than one space
finding-edge-space = the source has no spaces here
finding-duplicate-punct = one mark is enough
finding-repeated-word = written twice
finding-traditional = in simplified Chinese: { $other }
finding-simplified = in traditional Chinese: { $other }
finding-regional-term = readers here say { $other }
finding-fullwidth-alnum = half-width: { $other }
finding-unit-space = no space before this sign
finding-unit-no-space = a space is missing between the number and its unit
finding-interpunct = the parts of a name are separated by `·`
finding-invisible-char = nobody sees this character: { $char }
finding-bidi-source = the source has a mark that turns the direction of the text: { $char }
finding-bidi-control = this mark turns the direction of the text: { $char }
finding-replacement-char = a character was lost here: { $char }
finding-mojibake = read in the wrong encoding
finding-control-char = a control character: { $char }
finding-other-space = not a usual space: { $char }
finding-compat-han = the usual character is { $other }
finding-nfc = the letter and its accent are two characters
finding-kana-hangul = the source does not have these letters

explain-end-punctuation = The last sentence of a paragraph lost its final mark, or ends with a comma. Headings, list items of one sentence, table cells and labels such as `Note:` end as they like. `duizhao check --fix` puts in the mark.
explain-question-mark = One of the two ends with a question mark, the other with another final mark. A question that nobody answers may become a statement; look at it once.
explain-halfwidth-punct = Behind Chinese text, commas, colons, semicolons and final marks are full-width: `，：；。！？`. Times, ratios, file names and English sentences keep theirs. `duizhao check --fix` puts the full-width mark, and takes away the space behind it.
explain-fullwidth-in-code = Code is not translated, and no program understands `，（）“”` in it. Strings that hold Chinese may. `duizhao check --fix` puts the ASCII characters.
explain-latin-list-comma = In a Chinese sentence `、` separates parallel words, also Latin ones. A comma is also seen; decide once.
explain-paren-mixed = A pair of brackets has one width. `duizhao check --fix` makes both full-width where Chinese stands in or beside them.
explain-paren-width = Chinese text has full-width brackets `（）`. `style` in `[checks.paren-width]` is `full`, `half` or `keep`.
explain-brackets-balance = A bracket or quotation mark is opened and not closed, or closed and not opened. Where the source has such a mark too, nothing is reported.
explain-quotes-style = Simplified Chinese has `“”`, and `‘’` within; traditional Chinese has `「」`, and `『』` within. `style` in `[checks.quotes-style]` is `auto`, `curly`, `corner` or `keep`. `duizhao check --fix` puts the right ones where they come in pairs.
explain-ellipsis = A Chinese ellipsis is six dots, `……`: two characters, no more. `duizhao check --fix` writes it.
explain-dash = A Chinese dash is `——`: two characters, without spaces. Ranges and compounds have other marks. ` - ` is only reported with `hyphen = "report"` in `[checks.dash]`.
explain-space-cjk-latin = Between Chinese and Latin letters, digits or code there is one space; beside full-width punctuation there is none. A number and a unit such as 年 or 天 may touch. `style` in `[checks.space-cjk-latin]` is `on`, `off` or `keep`; `units` and `exceptions` are lists. `duizhao check --fix` puts in the space, or takes it away.
explain-space-fullwidth-punct = Full-width marks bring their own space. `duizhao check --fix` takes the other away. Spaces at markup are left alone.
explain-space-between-han = Chinese words have no spaces between them. A space behind the number of a chapter is fine, and so are spaces around bold text and links, unless `markup = "report"` is set in `[checks.space-between-han]`. `duizhao check --fix` takes the space away.
explain-double-space = One space is enough. `duizhao check --fix` takes the others away.
explain-leading-trailing-space = The translation begins or ends with spaces, and the source does not. `duizhao check --fix` takes them away.
explain-duplicate-punct = Two marks stand side by side where one would do. `？！`, `！！！` and `……` are fine. `duizhao check --fix` leaves the stronger one.
explain-repeated-word = A word, or a phrase of three characters or more, is written twice in a row. Words that Chinese doubles on purpose are not reported; where it was meant here, waive the finding.
explain-traditional-in-simplified = The character is written otherwise in simplified Chinese. Names of languages, and what the source has as well, may stay. `duizhao check --fix` puts the simplified character.
explain-simplified-in-traditional = The character is written otherwise in traditional Chinese. Some have several traditional forms; the most usual one is proposed.
explain-regional-term = Taiwan and the mainland have different words for many technical things. This one belongs to the other region.
explain-fullwidth-alnum = Letters, digits and percent signs are half-width. `duizhao check --fix` makes them so.
explain-number-unit-space = A space stands between a number and a Latin unit, none before `%` and `℃`. `style` in `[checks.number-unit-space]` is `on` or `keep`, `units` a list. `duizhao check --fix` puts it right.
explain-interpunct = Between the parts of a transliterated name stands `·` (U+00B7) and no other dot. `duizhao check --fix` puts it.
explain-invisible-char = Zero-width spaces, joiners and soft hyphens are not seen, and break searches and links. `duizhao check --fix` removes them.
explain-bidi-control = Such a mark makes readers see another text than programs do. `duizhao check --fix` removes it from the translation; remove it from the source yourself.
explain-replacement-char = `�` stands where a character could not be read; characters of private use look different, or like nothing, on every machine. Type what was meant.
explain-mojibake = A program read the text in another encoding than it was written in. Take the text from where it is still whole.
explain-control-char = Nothing shows control characters, and some programs refuse files that hold them. `duizhao check --fix` removes them.
explain-nbsp-ideographic-space = A no-break space (U+00A0) or an ideographic one (U+3000) looks like a space and is not found as one. `duizhao check --fix` puts a space, or none where there is one already.
explain-compat-han = Texts copied from PDF files often hold characters that look like the usual ones and are not found by searching. `duizhao check --fix` puts the usual ones.
explain-nfc = A letter with an accent can be one character or two. Only the first is found by searching for it. `duizhao check --fix` makes it one.
explain-kana-hangul-stray = Japanese or Korean letters in a Chinese text are names, or slips of an input method. Look at it once.

## Completeness

check-source-equals-target = the translation is the source
check-length-ratio = far shorter or longer than translations of such a text are
check-repeated-sentence = a sentence stands twice
check-negation-lost = the source denies something and the translation nothing
check-english-left = an English clause was left
check-title-case-leftover = English words in title case were left in a heading or cell
check-acronym-lost = an acronym of the source is missing

finding-source-equals-target = this is the source text
finding-too-short = very short: { $target } characters for { $source }
finding-too-long = very long: { $target } characters for { $source }
finding-negation-lost = the source denies something: { $text }
finding-repeated-sentence = this sentence stands here a second time
finding-english-left = left in English
finding-title-case = left in English, in title case
finding-acronym-lost = missing: { $text }

explain-source-equals-target = The translation says word for word what the source says, and that is prose. A text of names, numbers and code alone is not reported; names of several words belong in the glossary, with `.dnt = yes`. Where no small word such as “the” or “of” shows that it is prose, it is a warning.
explain-length-ratio = Of four hundred published translations of texts of this length one is shorter, and one longer. Something may be cut off, said twice, or belong to another text. Only for English into Chinese, from twenty characters on, titles from forty; names that the glossary protects do not count.
explain-repeated-sentence = The translation says a sentence twice, and the source does not. Delete one.
explain-negation-lost = The source has a word such as “not”, “no” or “without”, and the translation nothing that denies: it may say the contrary. Where it says the same in another way, waive the finding. One negation of several that is lost is not noticed.
explain-english-left = At least five English words in a row, two of them small words such as “the” and “of”, stand in the translation outside brackets, quotation marks and titles of linked pages.
explain-title-case-leftover = A Chinese heading or cell holds capitalised English words that stand in the source as well. Translate them; if they are a name, put it in the glossary.
explain-acronym-lost = A word in capitals stands in the source and not in the translation. Where it has a Chinese name, put it in the glossary.

## Terms and language

check-glossary-required = a term of the glossary is not used
check-glossary-forbidden = a word that the glossary forbids
check-do-not-translate = a protected name was translated, altered or lost
check-person-name = a person's name was altered or lost
check-inconsistent = the same text is translated differently elsewhere in the document
check-reused-target = one translation for two different texts
check-you-form = 你 and 您 in one document
check-term-untranslated = a term without a translation
check-term-twice = two terms with the same wording
check-term-contradiction = a form both wanted and forbidden
check-term-attribute = an attribute of a term that means nothing

finding-glossary-required = “{ $source }” is { $target } in the glossary
finding-glossary-forbidden = the glossary forbids { $form } and asks for { $target }
finding-do-not-translate = the name stays as it is: { $name }
finding-person-name = the name is { $name } or { $target }
finding-inconsistent = elsewhere the same text is: { $other }
finding-reused-target = the same translation stands for: { $other }
finding-you-form = { $other } here, { $form } elsewhere
finding-term-untranslated = the term has no translation
finding-term-twice = the term `-{ $id }` says the same about “{ $wording }”
finding-term-ambiguous = the term `-{ $id }` has another translation for “{ $wording }”; `.context` can tell them apart
finding-term-forbids-itself = the term forbids { $form } and asks for it
finding-term-forbids-another = the term forbids { $form }, which `-{ $id }` asks for
finding-term-attribute = `.{ $name }` is neither a language nor one of { $known }
finding-term-value = `.{ $name }` cannot be `{ $value }`

explain-glossary-required = The source uses a term of the glossary and the translation has none of the words for it: the translation of the term, or one in its `.also`. Once in a sentence is enough. An error for terms with `.strict = yes`. Where the term means something else here, `.context` of the term says which words it needs near it.
explain-glossary-forbidden = The translation uses a word that the glossary lists as `.forbidden` for a term of the source. Where there is only one word to put there, `duizhao check --fix` does so.
explain-do-not-translate = A name that the glossary marks `.dnt = yes` must stand in the translation as it is, or as one of the forms in its `.also`. `duizhao check --fix` puts the letter case and the spaces right.
explain-person-name = A person of the glossary (`.kind = person`) is in the source; the translation must have the name as the source writes it, or as the glossary translates it.
explain-inconsistent = The same source text has another translation elsewhere in this document, used more often or first. A warning where it has four words or more and stands in blocks of the same kind, else for information.
explain-reused-target = The same Chinese text translates two sources that say different things. One may be a copy that was not changed.
explain-you-form = A document should speak to its reader in one way. The rarer form is reported; with `form = "你"` or `"您"` in `[checks.you-form]` the other one is. Quotations do not count.
explain-term-untranslated = A term of the glossary says nothing. Translate it or remove it.
explain-term-twice = Two terms of the glossary have the same wording. Remove one, or tell them apart with `.context`.
explain-term-contradiction = The glossary forbids a form that it asks for: an error within one term, a warning between two.
explain-term-attribute = An attribute of a term has a name that is neither a language nor known, or a value that means nothing; it is ignored.
