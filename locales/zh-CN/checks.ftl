### 状态

check-damaged-record = 译文目录有无法理解的部分
check-segment-count = 记录的行数与原文的句数不同
check-stale = 翻译之后原文有改动
check-untranslated = 句子没有译文
check-draft = 译文无人确认
check-unknown-term = 译文引用了术语表没有的术语
check-confirmed-unchanged = 过时的句子变为最新，而译文没有改动
check-obsolete = 记录的原文已不存在
check-addition-lost = 附加内容所依附的单元在文档中不存在
check-catalog-out-of-sync = `duizhao sync` 会更新译文目录

## 检查项的用语：每项有列表中的一行、问题的说明以及处理办法。

## 标记

check-emphasis-literal = 读者会看到星号：强调标记没有生效
check-emphasis-presence = 强调全部丢失，或原文没有强调而译文有
check-emphasis-count = 强调与原文不同
check-link-target = 链接指向了别处
check-link-count = 链接丢失或多出
check-link-fullwidth = 链接用了全角括号、缺少 `]`，或没有文字
check-bare-url-swallow = 网址后面紧跟中文
check-code-span-set = 代码被改动、翻译或丢失
check-code-span-count = 代码标记的次数与原文不同
check-html-tags = HTML 标签丢失、多出或被改动
check-placeables = 短代码或占位符丢失、多出或被改动
check-footnotes = 脚注引用丢失、多出或被改动
check-images = 图片丢失、多出或被替换
check-image-alt = 图片说明没有翻译，或为空
check-escape-noise = 原文没有的反斜杠
check-heading-id = 标题的 id 丢失或被改动
check-numbers = 数字被改动、丢失或多出
check-number-order = 数字相同而顺序不同
check-dates = 日期不同
check-weekday = 星期不同，或与日期不符
check-time-of-day = 时间不同
check-percent = 百分数变成了普通数字
check-currency-unit = 货币或单位不同
check-number-words = 原文用单词写出的数字没有译出
check-id-tokens = 含有数字的名称被改动或丢失

finding-emphasis-literal = 读者会看到这些符号：强调在这里没有生效
finding-emphasis-lost = 强调丢失：{ $text }
finding-emphasis-added = 原文没有的强调
finding-emphasis-count = 原文有 { $source } 处强调，译文有 { $target } 处，或嵌套方式不同
finding-link-target = 原文指向 { $url }
finding-link-lost = 链接丢失：{ $text }
finding-link-added = 原文没有的链接
finding-link-fullwidth = 全角括号不构成链接
finding-link-empty = 链接没有文字，无法点击
finding-bare-url = 后面的文字会被当作网址的一部分
finding-code-changed = 原文是 `{ $code }`
finding-code-lost = 代码丢失：`{ $code }`
finding-code-added = 原文没有的代码
finding-code-count = `{ $code }` 在原文中有 { $source } 次标记为代码，在译文中有 { $target } 次
finding-tag-lost = 标签丢失：{ $tag }
finding-tag-added = 原文没有的标签
finding-placeable-lost = 占位符丢失：{ $text }
finding-placeable-added = 原文没有的占位符
finding-footnote-lost = 脚注引用丢失：{ $label }
finding-footnote-added = 原文此处没有引用这条脚注
finding-image-lost = 图片丢失：{ $url }
finding-image-added = 原文没有的图片
finding-alt-source = 图片说明仍是原文
finding-alt-empty = 图片说明为空
finding-escape = 原文没有的反斜杠
finding-heading-id = 原文是 `{ $id }`
finding-number-other = 原文是 { $number }
finding-number-lost = 数字丢失：{ $number }
finding-number-added = 原文没有的数字
finding-number-order = 原文中 { $first } 在 { $second } 之前
finding-date = 原文是 { $date }
finding-weekday = 原文是 { $day }
finding-weekday-date = 这一天是{ $day ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}
finding-time = 原文是 { $time }
finding-percent = 原文是百分数：{ $number }
finding-unit = 原文是 { $number }
finding-name-lost = 名称丢失或有改动：{ $name }

explain-emphasis-literal = 在 Markdown 中，强调标记只有紧贴文字才能闭合：前面是“，”或引号、后面是汉字时不会闭合，读者会看到星号。请把标点或引号移到强调之外，或在后面加一个空格。`duizhao check --fix` 会这样修改。
explain-emphasis-presence = 原文有强调而译文没有，或者相反。斜体可以改为粗体、引号或书名号，这不算问题。只丢了斜体时仅作提示，因为中文不用斜体。
explain-emphasis-count = 译文强调的词比原文多或少，或嵌套方式不同。这往往没有问题，看一眼即可。
explain-link-target = 译文的链接指向原文没有的地址。路径中以语言命名的文件夹和站内标题的锚点可以不同；站外地址必须一字不差。内容相同的其他语言站点列在 `mirrors` 中。
explain-link-count = 译文的链接比原文少或多。
explain-link-fullwidth = 对 Markdown 阅读器来说，`［文字］（/page）` 和 `[文字(/page)` 都不是链接。括号必须是 `[`、`]`、`(` 和 `)`，前两者之间要有文字。`duizhao check --fix` 会改正括号。
explain-bare-url-swallow = 网址不加 `<` 和 `>` 直接写在文中时，许多阅读器会把后面的中文当作网址的一部分。`duizhao check --fix` 会补上 `<` 和 `>`。
explain-code-span-set = 原文的每一处代码都要出现在译文中，也不能多出别的：代码不翻译。有意本地化的字符串可以豁免。
explain-code-span-count = 某处代码标记的次数与原文不同。中文常常重复或省略这类词，看一眼即可。
explain-html-tags = 译文的 HTML 标签与原文不同。`alt`、`title`、`lang` 和 `aria-label` 的文字可以不同。
explain-placeables = `{"{"}name{"}"}`、`${"{"}name{"}"}` 和短代码由程序填充，必须原样保留。其中引号内的中文可以不同。
explain-heading-id = 标题后的 `{"{"}#id{"}"}` 是各语言链接共用的名称，必须与原文相同。
explain-footnotes = 译文引用的脚注必须与原文相同。
explain-images = 译文必须显示原文的图片。`a.zh.png` 可以代替 `a.png`。
explain-image-alt = 图片说明会被朗读，也会在图片无法显示时出现。请翻译；名称可以保留。
explain-escape-noise = 符号前的 `\` 会让符号本身显示出来。原文此处没有，通常是工具留下的。
explain-numbers = 译文中的数字与原文不符，或其中一方缺少数字。数字按数值比较：`1.5 million` 就是 `150 万`，`half` 就是 `50%`，`two` 就是 `2`。有意添加的数字可以豁免。
explain-number-order = 两边的数字相同而顺序不同，可能是有两个数字颠倒了。中文常把时间和日期放在前面，因此时间和日期不参与比较。
explain-dates = 译文的日期与原文不同。月和日一并比较：8 March 和 8 月 3 日的数字相同，日期却不同。
explain-weekday = 译文的星期与原文不同，或与旁边的日期不符。
explain-time-of-day = 时间不同。`3 p.m.` 是 15:00 或下午 3 点；只写 3 点就是凌晨三点。
explain-percent = 原文是百分数，而译文只有数字，没有 `%`、“百分之”、“成”或分数。
explain-currency-unit = 数字的货币或单位与原文不同。金额不作换算：`$` 是美元，`¥` 和元是人民币。
explain-number-words = 原文用单词写出数字（two、dozen、a hundred），译文没有说出来。这往往没有问题，看一眼即可。
explain-id-tokens = 含有数字的名称，如 `GPT-4` 和 `IPv6`，在各种语言中都一样。大小写、连字符和空格可以不同。

## 标点和字符

check-end-punctuation = 句末标点丢失，或换成了别的
check-question-mark = 问句变成了陈述句，或相反
check-halfwidth-punct = 该用全角标点的地方用了半角
check-fullwidth-in-code = 代码中有全角标点或字母
check-latin-list-comma = 外文词之间用了逗号，应为顿号
check-paren-mixed = 一对圆括号一半全角、一半半角
check-paren-width = 圆括号的宽度与项目约定不同
check-brackets-balance = 括号或引号不成对
check-quotes-style = 引号的样式与项目约定不同
check-ellipsis = 省略号不是“……”
check-dash = 破折号不是“——”
check-space-cjk-latin = 中西文之间缺少空格，或有项目不要的空格
check-space-fullwidth-punct = 全角标点旁边有空格
check-space-between-han = 汉字之间有空格
check-double-space = 连续多个空格
check-leading-trailing-space = 首尾有原文没有的空格
check-duplicate-punct = 标点重复或相互矛盾
check-repeated-word = 词语重复
check-traditional-in-simplified = 简体中文里有繁体字
check-simplified-in-traditional = 繁体中文里有简体字
check-regional-term = 其他地区的用词
check-fullwidth-alnum = 全角字母或数字
check-number-unit-space = 数字与单位之间的空格
check-interpunct = 间隔号不是“·”
check-invisible-char = 看不见的字符
check-bidi-control = 改变文字方向的字符
check-replacement-char = 丢失的字符，或没有含义的字符
check-mojibake = 乱码
check-control-char = 控制字符
check-nbsp-ideographic-space = 不间断空格或全角空格
check-compat-han = 用部首或兼容字符代替了常用字
check-nfc = 字母和附加符号分开书写
check-kana-hangul-stray = 原文没有的日文假名或韩文字母

finding-end-punctuation = 原文的句末标点不同，此处应为“{ $mark }”
finding-question-lost = 原文是问句
finding-question-added = 原文不是问句
finding-halfwidth-punct = 此处应为全角的“{ $mark }”
finding-fullwidth-in-code = 代码中有全角字符
finding-latin-list-comma = 并列的词之间用顿号
finding-paren-mixed = 两半括号一个全角、一个半角
finding-paren-width = 项目用另一种宽度的括号
finding-brackets-balance = 缺少另一半
finding-quotes-style = 此处应为 { $open }…{ $close }
finding-ellipsis = 省略号应为“……”
finding-dash = 破折号应为“——”，两边不空格
finding-space-missing = 中西文之间缺少空格
finding-space-cjk-latin = 此处中西文之间不加空格
finding-space-fullwidth = 全角标点旁边不加空格
finding-space-between-han = 汉字之间不加空格
finding-double-space = 空格多于一个
finding-edge-space = 原文此处没有空格
finding-duplicate-punct = 一个标点就够了
finding-repeated-word = 重复
finding-traditional = 简体为“{ $other }”
finding-simplified = 繁体为“{ $other }”
finding-regional-term = 这里的读者说“{ $other }”
finding-fullwidth-alnum = 应为半角：{ $other }
finding-unit-space = 这个符号前不加空格
finding-unit-no-space = 数字与单位之间缺少空格
finding-interpunct = 间隔号应为“·”
finding-invisible-char = 看不见的字符：{ $char }
finding-bidi-source = 原文中有改变文字方向的字符：{ $char }
finding-bidi-control = 这个字符会改变文字方向：{ $char }
finding-replacement-char = 此处丢失了一个字符：{ $char }
finding-mojibake = 编码有误
finding-control-char = 控制字符：{ $char }
finding-other-space = 不是普通空格：{ $char }
finding-compat-han = 常用字是“{ $other }”
finding-nfc = 字母和附加符号是两个字符
finding-kana-hangul = 原文没有这些字母

explain-end-punctuation = 段落的最后一句丢失了句末标点，或以逗号结尾。标题、只有一句话的列表项、单元格和 `Note:` 一类的标签不受限制。`duizhao check --fix` 会补上标点。
explain-question-mark = 一方以问号结尾，另一方以别的句末标点结尾。反问可以译成陈述句，看一眼即可。
explain-halfwidth-punct = 中文后面的逗号、冒号、分号和句末标点用全角：`，：；。！？`。时间、比例、文件名和英文句子保留原样。`duizhao check --fix` 会改成全角，并去掉后面的空格。
explain-fullwidth-in-code = 代码不翻译，程序也不认识其中的 `，（）“”`。含有中文的字符串不受此限。`duizhao check --fix` 会改成 ASCII 字符。
explain-latin-list-comma = 中文句子里并列的词之间用顿号，外文词也一样。也有人用逗号，统一即可。
explain-paren-mixed = 一对括号应当同宽。括号内外有中文时，`duizhao check --fix` 会都改成全角。
explain-paren-width = 中文使用全角括号 `（）`。`[checks.paren-width]` 中的 `style` 可以是 `full`、`half` 或 `keep`。
explain-brackets-balance = 括号或引号只有一半。原文也有这种情况时不报告。
explain-quotes-style = 简体中文用 `“”`，内层用 `‘’`；繁体中文用 `「」`，内层用 `『』`。`[checks.quotes-style]` 中的 `style` 可以是 `auto`、`curly`、`corner` 或 `keep`。引号成对时，`duizhao check --fix` 会改正。
explain-ellipsis = 中文省略号是六个点 `……`，占两个字符，不多不少。`duizhao check --fix` 会改正。
explain-dash = 中文破折号是 `——`，占两个字符，两边不空格。表示范围和连接用别的符号。只有在 `[checks.dash]` 中设置 `hyphen = "report"` 时，才报告 ` - `。
explain-space-cjk-latin = 中文与外文字母、数字、代码之间空一格，全角标点旁边不空。数字与“年”“天”之类的单位可以不空。`[checks.space-cjk-latin]` 中的 `style` 可以是 `on`、`off` 或 `keep`，`units` 和 `exceptions` 是列表。`duizhao check --fix` 会加上或去掉空格。
explain-space-fullwidth-punct = 全角标点自带空白。`duizhao check --fix` 会去掉多余的空格。标记旁边的空格不改动。
explain-space-between-han = 中文词之间不空格。章节编号后面可以空格；粗体和链接两边也可以，除非在 `[checks.space-between-han]` 中设置 `markup = "report"`。`duizhao check --fix` 会去掉空格。
explain-double-space = 一个空格就够了。`duizhao check --fix` 会去掉多余的。
explain-leading-trailing-space = 译文首尾有空格，而原文没有。`duizhao check --fix` 会去掉。
explain-duplicate-punct = 两个标点连在一起，留一个就够了。`？！`、`！！！` 和 `……` 没有问题。`duizhao check --fix` 会留下较重的一个。
explain-repeated-word = 一个词，或三个字以上的短语，连续写了两遍。中文习惯重叠的词不报告；此处确属有意，可以豁免。
explain-traditional-in-simplified = 这个字在简体中文里写法不同。语言的名称和原文中也有的字可以保留。`duizhao check --fix` 会改成简体字。
explain-simplified-in-traditional = 这个字在繁体中文里写法不同。有的字对应几个繁体字，建议的是最常用的一个。
explain-regional-term = 许多技术名词在台湾和大陆说法不同，这个词属于另一个地区。
explain-fullwidth-alnum = 字母、数字和百分号用半角。`duizhao check --fix` 会改正。
explain-number-unit-space = 数字与外文单位之间空一格，`%` 和 `℃` 前不空。`[checks.number-unit-space]` 中的 `style` 可以是 `on` 或 `keep`，`units` 是列表。`duizhao check --fix` 会改正。
explain-interpunct = 音译名的各部分之间用 `·`（U+00B7），不用别的点。`duizhao check --fix` 会改正。
explain-invisible-char = 零宽空格、连接符和软连字符看不见，却会妨碍搜索、破坏链接。`duizhao check --fix` 会删除。
explain-bidi-control = 这种字符会让读者看到的文字与程序读到的不同。`duizhao check --fix` 会从译文中删除；原文请自行删除。
explain-replacement-char = `�` 表示无法读取的字符；私用区字符在不同的机器上样子不同，甚至不显示。请改成原本的字符。
explain-mojibake = 程序用错误的编码读取了文字。请从完好的来源重新复制。
explain-control-char = 控制字符不会显示，有的程序会拒绝含有它们的文件。`duizhao check --fix` 会删除。
explain-nbsp-ideographic-space = 不间断空格（U+00A0）和全角空格（U+3000）看似空格，却搜索不到。`duizhao check --fix` 会改成普通空格；旁边已有空格时会删除。
explain-compat-han = 从 PDF 复制的文字常有貌似常用字的字符，搜索时却找不到。`duizhao check --fix` 会改成常用字。
explain-nfc = 带附加符号的字母可以是一个字符，也可以是两个；只有前者能搜索到。`duizhao check --fix` 会合成一个字符。
explain-kana-hangul-stray = 中文里的日文假名或韩文字母或是名称，或是输入法的失误，看一眼即可。

## 完整性

check-source-equals-target = 译文就是原文
check-length-ratio = 长度与一般译文相差太多
check-repeated-sentence = 有句子重复出现
check-negation-lost = 原文有否定而译文没有
check-english-left = 残留英文句子
check-title-case-leftover = 标题或单元格中残留首字母大写的英文
check-acronym-lost = 缺少原文的缩写词

finding-source-equals-target = 这是原文
finding-too-short = 过短：原文 { $source } 个字符，译文 { $target } 个
finding-too-long = 过长：原文 { $source } 个字符，译文 { $target } 个
finding-negation-lost = 原文有否定：{ $text }
finding-repeated-sentence = 这句话在此重复出现
finding-english-left = 残留英文
finding-title-case = 残留首字母大写的英文
finding-acronym-lost = 缺少：{ $text }

explain-source-equals-target = 译文与原文一字不差，而原文是成句的文字。只含名称、数字和代码的文本不会报告；由多个词组成的名称请加入术语表，并标注 `.dnt = yes`。如果没有 the、of 之类的虚词表明它是句子，则只是警告。
explain-length-ratio = 在已发布的译文中，对于这样长度的原文，比这更短或更长的各占四百分之一。可能有内容被截断、重复，或者对应的是另一段原文。仅检查英译中，且原文不少于二十个字符（标题不少于四十个）；术语表中不翻译的名称不计入长度。
explain-repeated-sentence = 译文把一句话说了两遍，而原文没有。请删除一处。
explain-negation-lost = 原文有 not、no、without 之类的词，而译文没有任何否定，意思可能相反。如果译文换了说法而意思不变，可以豁免。一句话有几处否定而只丢了一处时，不会发现。
explain-english-left = 译文中有至少五个连续的英文单词，其中两个是 the、of 之类的虚词，且不在括号、引号或外部链接的标题之内。
explain-title-case-leftover = 中文标题或单元格中残留首字母大写的英文单词，原文中也有。请翻译；如果是名称，请加入术语表。
explain-acronym-lost = 原文中的全大写词没有出现在译文中。如果它有中文名称，请加入术语表。

## 术语与用语

check-glossary-required = 没有使用术语表中的译法
check-glossary-forbidden = 使用了术语表禁用的词
check-do-not-translate = 不翻译的名称被翻译、改动或丢失
check-person-name = 人名被改动或丢失
check-inconsistent = 同样的原文在文档别处译法不同
check-reused-target = 两处不同的原文用了同一译文
check-you-form = 同一文档混用“你”和“您”
check-term-untranslated = 术语没有译文
check-term-twice = 两条术语的原文相同
check-term-contradiction = 同一说法既要求又禁用
check-term-attribute = 术语的属性没有意义

finding-glossary-required = 术语表中“{ $source }”译作：{ $target }
finding-glossary-forbidden = 术语表禁用“{ $form }”，应为：{ $target }
finding-do-not-translate = 名称应保持原样：{ $name }
finding-person-name = 人名应为 { $name } 或 { $target }
finding-inconsistent = 同样的原文在别处译为：{ $other }
finding-reused-target = 同一译文也用于：{ $other }
finding-you-form = 此处是“{ $other }”，别处是“{ $form }”
finding-term-untranslated = 这条术语没有译文
finding-term-twice = 术语 `-{ $id }` 对“{ $wording }”的译法与此相同
finding-term-ambiguous = 术语 `-{ $id }` 对“{ $wording }”的译法与此不同；可用 `.context` 区分
finding-term-forbids-itself = 这条术语既禁用又要求：{ $form }
finding-term-forbids-another = 这条术语禁用“{ $form }”，而术语 `-{ $id }` 要求使用
finding-term-attribute = `.{ $name }` 既不是语言，也不是以下属性：{ $known }
finding-term-value = `.{ $name }` 的值不能是 `{ $value }`

explain-glossary-required = 原文用到了术语表中的术语，译文却没有使用对应的说法：术语的译文，或其 `.also` 中的任意一种。一句中出现一次即可。标注 `.strict = yes` 的术语按错误报告。如果该词在这里另有所指，可在术语的 `.context` 中注明附近须出现哪些词。
explain-glossary-forbidden = 译文使用了术语表为原文中的术语列为 `.forbidden` 的词。如果只有一种可用的说法，`duizhao check --fix` 会直接替换。
explain-do-not-translate = 术语表标注 `.dnt = yes` 的名称必须原样出现在译文中，或采用其 `.also` 中的一种写法。`duizhao check --fix` 会改正大小写和空格。
explain-person-name = 原文提到术语表中的人物（`.kind = person`）；译文应照原文书写人名，或采用术语表的译名。
explain-inconsistent = 同样的原文在本文档别处有另一种译法，用得更多或出现更早。原文不少于四个词且所在的块类型相同，则为警告，否则仅供参考。
explain-reused-target = 两处意思不同的原文用了同一段中文。其中一处可能是复制后忘了修改。
explain-you-form = 一篇文档对读者的称呼应当统一，用得较少的一种会被报告；在 `[checks.you-form]` 中设置 `form = "你"` 或 `"您"`，则报告另一种。引文不计。
explain-term-untranslated = 术语表中的这条术语没有内容。请翻译或删除。
explain-term-twice = 术语表中有两条术语的原文相同。请删除其中一条，或用 `.context` 加以区分。
explain-term-contradiction = 术语表禁用了它要求使用的说法：同一条术语之内为错误，两条之间为警告。
explain-term-attribute = 术语的某个属性名既不是语言，也不是已知的属性，或者属性值没有意义；该属性不起作用。
