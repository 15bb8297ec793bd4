### 状态

check-damaged-record = 译文目录有无法理解的部分
check-segment-count = 记录的行数与原文的句数不同
check-stale = 翻译之后原文有改动
check-untranslated = 句子没有译文
check-draft = 译文无人确认
check-unknown-term = 译文引用了术语表没有的术语
check-confirmed-unchanged = 过时的句子变为最新，而译文没有改动
check-obsolete = 记录的原文已不存在
check-catalog-out-of-sync = `duizhao sync` 会更新译文目录

## 检查项的用语：每项有列表中的一行、问题的说明以及处理办法。

## 标记

check-emphasis-literal = 读者会看到星号：强调标记没有生效
check-emphasis-presence = 强调全部丢失，或原文没有强调而译文有
check-emphasis-count = 强调与原文不同
check-link-target = 链接指向了别处
check-link-count = 链接丢失或多出
check-link-fullwidth = 链接用了全角括号，或没有文字
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
explain-emphasis-presence = 原文有强调而译文没有，或者相反。斜体可以改为粗体、引号或书名号，这不算问题。
explain-emphasis-count = 译文强调的词比原文多或少，或嵌套方式不同。这往往没有问题，看一眼即可。
explain-link-target = 译文的链接指向原文没有的地址。路径中以语言命名的文件夹和站内标题的锚点可以不同；站外地址必须一字不差。内容相同的其他语言站点列在 `mirrors` 中。
explain-link-count = 译文的链接比原文少或多。
explain-link-fullwidth = 对 Markdown 阅读器来说，`［文字］（/page）` 不是链接。括号必须是 `[`、`]`、`(` 和 `)`，前两者之间要有文字。`duizhao check --fix` 会改正括号。
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
