### 页面向读者说明自身状况的文字。工作区可在 `<catalogs>/<locale>/pages.ftl` 中用同名消息改写。
###
### $count 是句子、标题和单元格的数目；涉及整页时 $extent 为 `page`。$date 是 front matter 中的日期，
### $source 和 $locale 是语言标签。

# 由机器翻译，无人确认。
notice-machine =
    { $extent ->
        [page] 本页译文由机器翻译，尚未经人工核对。
       *[passages] 本页有 { NUMBER($count) } 处译文由机器翻译，尚未经人工核对。
    }
# 由程序填入，无人确认。
notice-draft =
    { $extent ->
        [page] 本页译文为草稿，尚未经人工核对。
       *[passages] 本页有 { NUMBER($count) } 处译文为草稿，尚未经人工核对。
    }
# 原文后来有改动。
notice-stale =
    { $extent ->
        [page] 原文已有更新，本页译文尚未跟进。
       *[passages] 原文已有更新，本页有 { NUMBER($count) } 处译文尚未跟进。
    }
# 保留原文。
notice-missing =
    { $extent ->
        [page] 本页尚未翻译，以下为原文。
       *[passages] 本页有 { NUMBER($count) } 处尚未翻译，保留原文。
    }
# 略去不刊。
notice-omitted =
    { $extent ->
        [page] 本页尚未翻译。
       *[passages] 本页有 { NUMBER($count) } 处尚未翻译，此处从略。
    }
# 页面的最后一行。$translators 和 $reviewers 是人名列表。
credits =
    { $who ->
        [translators] 译者：{ $translators }
        [reviewers] 审校：{ $reviewers }
       *[both] 译者：{ $translators } · 审校：{ $reviewers }
    }
