### duizhao 1 · content/blocks.md · en → zh-CN

# en: Every kind of block
every-kind-of-303298 =
    各种内容块

# en: One page to look at when the design changes.
one-page-to-c51c5a =
    设计有改动时，看这一页就够了。

# en: A paragraph with **strong words**, a [link](https://example.org/), some `code` and a note.[^1]
a-paragraph-with-43d6aa =
    这个段落里有**加粗的文字**、[链接](https://example.org/)、`code` 代码和一条注释。[^1]

## Lists

# en: Lists
lists-ed9823 =
    列表

# en: One item that is long enough to run over two lines in a column, so that its mark and its text can be seen to stand apart.
one-item-that-d810e1 =
    这一项比较长，在一栏里会占两行，这样就能看出项目符号和文字是分开的，换行之后也仍然对齐。

# en: Another item, with items below it:
another-item-with-4cb9a0 =
    另一项，下面还有两项：

# en: The first of two
the-first-of-da194c =
    两项中的第一项

# en: The second of two
the-second-of-fffc10 =
    两项中的第二项

# en: A third item
a-third-item-8bb382 =
    第三项

# en: An ordered list that begins at three
an-ordered-list-1f29cf =
    从三开始的有序列表

# en: And goes on
and-goes-on-cb33ef =
    继续往下

# en: A task that is done
a-task-that-f803f9 =
    已完成的任务

# en: A task that waits
a-task-that-36fa6c =
    待办的任务

## Quotes and alerts

# en: Quotes and alerts
quotes-and-alerts-7b70d1 =
    引用与提示

# en: A quote of one sentence.
a-quote-of-66ea65 =
    只有一句话的引用。

# en: Alerts say what they are.
alerts-say-what-fa546f =
    提示会说明自己属于哪一类。

# en: This one warns.
this-one-warns-70abe7 =
    这一条是警告。

## Code, table and image

# en: Code, table and image
code-table-and-78f703 =
    代码、表格与图片

# en: Platform
platform-47ba79 =
    平台

# en: Since
since-97a000 =
    起始年份

# en: Share
share-5b1820 =
    占比

# en: Harbour
harbour-31ee7b =
    港湾

# en: Hillside
hillside-84e184 =
    山麓

# en: A harbour at dusk
a-harbour-at-c2d62f =
    暮色中的港湾

# en: A picture that is elsewhere
a-picture-that-c54d04 =
    别处的图片

# en: Text in an element of HTML.
text-in-an-d3db9d =
    HTML 元素中的文字。

# en: A note that both languages refer to.
a-note-that-acfd68 =
    两种语言都引用的注释。
