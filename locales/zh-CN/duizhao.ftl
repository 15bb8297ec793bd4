### duizhao 的界面文字。各语言的消息保持相同的顺序。

## 帮助：标题与固定用语

heading-usage = 用法：
heading-commands = 命令：
heading-arguments = 参数：
heading-options = 选项：
# 出现在用法一行：duizhao [选项] <命令>
usage-options = [选项]
usage-command = <命令>
usage-any-command = [命令]
# 选项的说明，附上默认值与可选的值。
help-default = { $help }（默认：{ $value }）
help-values = { $help }（可选：{ $values }）
help-values-separator = 、

## 帮助：命令（help-命令）及其参数（help-命令-参数）

help-duizhao = 让 Markdown 文档的译文与原文保持同步，并将二者一同发布
help-init = 写出适合此文件夹的设置文件
help-init-source = 文档所用的语言
help-init-target = 要译成的语言；可多次给出
help-init-merge_driver = 让 git 在此克隆中逐条记录合并译文目录；也可用于已有的工作区
help-init-source_changes = 译文尚未跟上原文的改动时，check 失败（fail）还是只作提示（advise）；不给出此选项时在终端中询问（默认：fail）
help-sync = 让译文目录跟上原文
help-sync-documents = 只处理这些文档：路径或通配符
help-sync-check = 不写入；若有译文目录需要更新，退出状态为 1
help-status = 显示各译文的进度
help-status-documents = 只看这些文档：路径或通配符
help-diff = 显示每个过期句段的原文改动
help-diff-documents = 只看这些文档：路径或通配符
help-diff-since = 列出自此 git 版本以来原文有改动的所有句段，不论译文现状如何
help-diff-carried = 同时列出未作提示即沿用的译文及原因
help-impact = 显示原文的改动会使哪些译文过期
help-impact-old = 改动之前的文档；比较两个文件不需要工作区
help-impact-new = 改动之后的文档
help-impact-base = 与工作树比较的 git 版本（默认：HEAD）
help-impact-source = 这两个文件的语言
help-impact-strict = 有译文会过期时，退出状态为 1
help-check = 报告所有问题；有问题时退出状态为 1
help-check-documents = 只检查这些文档：路径或通配符
help-check-profile = 严格程度：工作之中（work），或发布之前（release）
help-check-fail_on = 有此级别或更严重的问题时，退出状态为 1
help-check-base = 与译文比较的 git 版本（默认：HEAD）
help-check-baseline = 不列出此 JSON 报告（由先前的检查写出）中已有的问题，也不因其失败
help-check-changed_since = 只统计并列出分支离开此 git 版本以来改动过的行中的问题
help-check-pairs = 改为检查此文件中的句对：每行一个 JSON 对象，含 `en`、`zh` 和 `id`；不需要工作区
help-check-fix = 先按检查项的建议做安全的修改，再检查
help-check-fix_unsafe = 也做此检查项不安全的修改；可多次给出
help-check-dry_run = 以差异显示将做的修改，不写文件；有修改时退出状态为 1
help-confirm = 确认译文与现在的原文一致
help-confirm-names = 单元的编号，或文档；不指定时逐条显示未完成的句段
help-confirm-all = 所有文档
help-confirm-interactive = 逐条显示并询问，不在终端中也可以
help-confirm-unchanged = 包括原文改动后无人动过的行
help-confirm-whole = 包括行数与句数不符的记录，按现状确认
help-confirm-by = 由谁确认
help-review = 声明已由第二人审阅并同意
help-review-names = 单元的编号，或文档
help-review-all = 所有文档
help-review-by = 由谁审阅
help-checks = 列出所有检查项及其在此处的级别：工作之中与发布之前
help-checks-document = 按此文档的设置列出
help-waive = 在句子上方注明某个问题不成立及其理由；内容一变，豁免即失效
help-waive-id = 单元：译文目录中记录的名称
help-waive-code = 检查项
help-waive-reason = 理由：一行文字，供阅读译文目录的人参考
help-prune = 列出原文已不存在的译文；加 --yes 则将其删除
help-prune-documents = 只处理这些文档：路径或通配符
help-prune-yes = 删除所列内容
help-prune-orphans = 包括文档已不存在的译文目录
help-undo = 撤销上一个命令对译文目录的改动
help-undo-number = 要撤销的操作，编号见 --list（默认：最近一次）
help-undo-id = 只找回此单元先前的译文
help-undo-list = 显示可以撤销的操作
help-translate = 逐句处理尚未翻译或不再成立的内容
help-translate-names = 只处理这些：单元的编号，或文档
help-translate-interactive = 不在终端中也询问：从标准输入读取回答
help-translate-by = 由谁翻译（默认：git 的 user.name）
help-glossary = 列出、检查和导入术语
help-glossary-list = 列出术语
help-glossary-check = 报告术语表中的问题；有错误时退出状态为 1
help-glossary-import = 从 CSV 或 TBX 文件添加术语；术语表已有的内容不变
help-glossary-import-file = 文件：每种语言一列的 CSV，或 TBX
help-glossary-import-force = 文件与术语表不同时，以文件为准
help-build = 生成页面
help-build-wanted = 只生成这些输出（按名称），只处理这些文档（路径或通配符）
help-build-only = 只生成此名称的输出
help-build-check = 不写入；若有页面需要更新，退出状态为 1
help-build-force = 覆盖被改动过的页面，以及不是由 duizhao 写入的文件
help-build-fallback = 布局会在其方言中丢失内容时，改用 `interleaved`
help-build-watch = 持续运行；文档或其译文一经保存，便重新生成它的页面
help-build-missing = 缺译的句段用什么代替（默认：source）
help-build-stale = 过期的句段用什么代替（默认：keep）
help-build-draft = 草稿用什么代替（默认：source）
help-segments = 显示文件如何切分成句段
help-segments-source = 文件的语言
help-segments-files = Markdown 文件；不必在工作区之内
help-roundtrip = 检验文件能否逐字节还原
help-roundtrip-pseudo = 再把每个单元换成伪译文，重新读取结果
help-roundtrip-files = Markdown 文件；不必在工作区之内
help-blame = 显示每个句段由谁翻译、由谁审阅、译自哪句原文、自何时过期
help-blame-names = 只看这些：单元的编号，或文档
help-merge = 逐条记录合并译文目录的两个版本；由 git 作为合并驱动调用
help-merge-base = 双方共同的来源版本
help-merge-ours = 我方版本；结果写入此文件
help-merge-theirs = 对方版本
help-merge-path = 译文目录的路径，用于显示消息
help-explain = 解释某个检查代码，或列出所有代码
help-explain-code = 代码，例如 stale
help-completions = 输出 shell 的补全脚本
help-completions-shell = 哪一种 shell
help-man = 输出手册页
help-man-command = 此命令的手册页
help-help = 显示本帮助，或某个命令的帮助

## 帮助：各命令共有的选项（help-global-选项）

help-global-workspace = 工作区：含有 duizhao.toml 的文件夹，或其下的文件夹
help-global-locale = 只处理此目标语言；可多次给出
help-global-format = 输出给人看（human）、给程序用（json），或写成供 CI、编辑器和网页使用的格式；并非每个命令都有后者
help-global-output = 把结果写入文件
help-global-lang = 程序的界面语言，与文档无关
help-global-color = 何时使用颜色
help-global-quiet = 不显示小结、提示与进度
help-global-verbose = 显示更多细节
help-global-help = 显示帮助
help-global-version = 显示版本

## 短语

label-error = 错误
label-warning = 警告
label-info = 提示
# 标签与其后内容之间的分隔。
label-separator = ：
list-separator = ，
# 分隔对同一事物的几句说明，说明之中可能有逗号。
clause-separator = ；
state-missing = 缺译
state-stale = 过期
state-draft = 草稿
state-translated = 已译
state-reviewed = 已审

## 报告

init-wrote = 已写入 { $path }
# 由 init 提问；回答“是”即 `advise`。
init-question = 译文尚未跟上原文的改动时，是否让 `duizhao check` 照常通过，只作提示？[y/N]
sync-added = 新增 { $count } 条
sync-changed = 更新 { $count } 条
sync-obsolete = 作废 { $count } 条
sync-revived = 恢复 { $count } 条
sync-emptied = 移往别处 { $count } 条
sync-repaired = 修复重复编号 { $count } 条
sync-renamed = 由 { $path } 改名而来
sync-removed = 已删除，内容均已移至别处
sync-patched = 同步修补 { $count } 处
sync-patch = 已修补 { $id }：{ $was } → { $now }
sync-nothing = { $count ->
   *[other] 无需改动：{ $count } 个译文目录均与原文同步
}
sync-wrote = { $count ->
   *[other] 已写入 { $count } 个译文目录
}
sync-would = { $count ->
   *[other] 需要写入 { $count } 个译文目录
}
status-segments = 句段
status-fresh = 完成
status-total = 合计
diff-summary = { $count ->
    [0] 没有过期的句段
   *[other] { $documents } 个文档中有 { $count } 个过期的句段
}
since-summary = { $count ->
    [0] 自 { $revision } 以来原文没有改动
   *[other] 自 { $revision } 以来，{ $documents } 个文档中有 { $count } 个句段的原文有改动
}
blame-by = 由 { $name } 翻译
blame-commit = 由 { $name } 翻译，见 { $commit }（{ $date }）
blame-filled-commit = 由 { $name } 填入，见 { $commit }（{ $date }）
blame-line-uncommitted = 此行尚未提交
blame-line-unknown = 记录中没有署名，git 也没有此行的历史
blame-reviewed = 由 { $name } 审阅
blame-stale-commit = 自 { $commit }（{ $date }，{ $name }）起过期
blame-stale-uncommitted = 因尚未提交的改动而过期
blame-stale-unknown = 已过期，git 不知始于何时
blame-summary = 共 { $count } 个句段
merge-conflicts = { $path }：{ $count } 条记录有冲突：{ $ids }
merge-as-text = { $path }：其中一个版本含有冲突标记或不是 UTF-8 编码，已按普通文本合并
diff-title = 原文的改动
carried-form = 只有形式变了
carried-moved = 从 `{ $from }` 移来
carried-regrouped = 断句不同
carried-returned = 曾经删去，现已恢复
carried-reverted = 改动已撤回
carried-ignored = 按设置忽略此类改动
carried-patched = 译文已作同样的改动
carried-summary = { $count ->
    [0] 没有未作提示即沿用的译文
   *[other] 未作提示即沿用的译文共 { $count } 句
}
impact-title = 译文
impact-none = 没有译文会因此过期
impact-blocks = 共 { $count } 个文本块：完成 { $fresh } 个，过期 { $stale } 个，没有译文 { $missing } 个
impact-stale = { $count ->
    [0] 没有句段会过期
   *[other] { $count } 个句段会过期（{ $words }）
}
impact-missing = { $count } 个新句段（{ $words }）
impact-words = { $count } 词
# { $class } 是名称：wording、fact 等。
impact-is-stale = 过期（{ $class }）
impact-is-missing = 没有译文
impact-in = { $locale } { $what }{ $named ->
    [0] {""}
   *[other] ，译者：{ $by }
}
impact-translators = 译者：{ $names }
impact-share = { $name }（{ $count }）
impact-not-named = 未署名
impact-document = 文档
impact-column-stale = 过期
impact-column-missing = 新增
impact-column-words = 词数
impact-column-by = 译者
impact-sentences = 有关的句子
impact-more = 另有 { $count } 句未列出。
impact-since = 与 { $commit } 相比。
github-more = 另有 { $count } 项，均列于此步骤的日志中
github-rest = duizhao：GitHub 未能显示的 { $count } 项
check-errors = { $count } 个错误
check-warnings = { $count } 个警告
check-infos = { $count } 条提示
check-clean = 没有问题
check-summary = 已检查 { $count } 个文档：{ $found }
check-known = { $found }，另有 { $count } 个已见于 { $file }
check-untouched = { $found }，另有 { $count } 个所在的行自 { $revision } 以来未改动
check-title = 译文检查
check-column-document = 文档
check-column-locale = 语言
check-column-errors = 错误
check-column-warnings = 警告
check-column-infos = 提示
check-column-change = 改动
check-column-evidence = 依据
sarif-root = 仓库的根目录；没有仓库时，即工作区所在的文件夹。
sarif-source = 原文
status-title = 译文进度
badge-label = 译文
badge-label-one = 译文 { $locale }
confirm-done = 已确认
review-done = 已审阅
confirm-already = 此前已确认
confirm-missing = 没有译文
confirm-unchanged = 原文改动之后，此行无人动过；若译文仍然成立，请加 --unchanged
confirm-unpaired = 行数与句数不符；请改为一句一行，或加 --whole 按现状确认
confirm-not-confirmed = 尚未完成；请先确认
review-own-work = 译者与审阅者是同一人；需由他人审阅
confirm-summary = 共处理 { $count } 个句段
glossary-terms = { $path }：{ $count ->
    [0] 没有术语
   *[other] { $count } 条术语
}
glossary-clean = 没有问题
glossary-also = 也可用 { $text }
glossary-forbidden = 禁用 { $text }
glossary-context = 仅当附近有 { $text }
glossary-protected = 不翻译
glossary-strict = 严格
glossary-conflict = -{ $id }：{ $field } 为 { $ours }，文件中为 { $theirs }
glossary-replaced = -{ $id }：{ $field } 原为 { $ours }，现为 { $theirs }
glossary-imported = { $path }：新增 { $added }，更改 { $changed }，相同 { $same }，冲突 { $conflicts }
prune-orphan = 没有文档使用此译文目录；其中有 { $count } 条译文
prune-records = 作废记录 { $count } 条
prune-orphans = 无文档的译文目录 { $count } 个
prune-nothing = 没有可删除的内容
prune-found = 找到{ $found }
prune-removed = 已删除{ $found }
prune-question = 是否删除所列内容？[y/N]
prune-done = 已删除；`duizhao undo` 可以找回
undo-whole = 已恢复原状（{ $count } 条记录）
undo-removed = 已删除；此文件由该操作创建
undo-records = 已恢复 { $count } 条记录
undo-left = { $count } 条记录此后有改动，予以保留
undo-left-record = { $id } 保持现状
undo-done = 已撤销操作 { $number }（{ $operation }）
undo-brought = `{ $id }` 已恢复为操作 { $number }（{ $operation }）之前的内容
undo-finished = 操作 { $number }（{ $operation }）上次中断，现已完成
undo-nothing = 操作 { $number }（{ $operation }）无法撤销
undo-listed = { $files } 个文件，{ $records } 条记录
undo-empty = 目前没有可以撤销的操作
ago-moments = 不到一分钟前
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前
build-wrote = 已写入 { $path }
build-removed = 已删除 { $path }：已没有文档生成它
build-would-remove = 将删除 { $path }：已没有文档生成它
build-would = 需要写入 { $path }
build-same = { $path } 已是最新
build-summary = 共 { $count } 个页面，{ $changed } 个有变化：{ $used }
used-fresh = 完成 { $count } 句
used-source = { $state } { $count } 句（用原文）
used-kept = { $state } { $count } 句（保留）
used-marked = { $state } { $count } 句（加标记）
used-refused = { $state } { $count } 句（会改变页面结构，未采用）
used-omitted = { $state } { $count } 句（略去）
segments-summary = { $units } 个单元，{ $count } 个句段
roundtrip-fallback = 此处保留原文：{ $text }
roundtrip-differs = 未能还原
roundtrip-same = 已原样还原（{ $count } 个单元）
roundtrip-summary = { $count } 个文件中有 { $same } 个原样还原（{ $units } 个单元，{ $fallbacks } 处保留原文）

## 逐句处理：translate 与 confirm

task-author = 作者说明
task-note = 注释
task-before = 上一句
task-source = 原文
task-was = 旧原文
task-translation = 译文
task-after = 下一句
task-known = 已有译文
task-term = 术语
task-stored = 已保存：{ $place }
translate-prompt = 译文（:? 显示帮助）>
translate-help =
    输入译文后按回车键，立即保存。
    直接回车或 :s  跳过        :c  按现状确认译文
    :e  打开编辑器             :b  回到上一条
    :q  退出                   ^   已在上一行译出
    译文以冒号开头时，请输入两个冒号。
translate-again = 按回车键保持不变，或重新输入
confirm-prompt = c、e、s、q、?>
confirm-help =
    c  确认：译文与现在的原文一致
    e  用编辑器修改            s  跳过
    q  退出
session-edit =
    请在空行下方写译文。
    不作改动或留空，则保持原样。
session-unchanged = 没有改动
session-changed = 此处刚被改动，你的回答未保存
session-nothing-above = 上一行没有译文
session-summary = 完成 { $done } 句，剩余 { $left } 句
session-unpaired = { $count ->
   *[other] 有 { $count } 条记录的行数与句数不符，未列入；可用 `duizhao check` 查看
}
dialogue-not-utf8 = 这一行不是 UTF-8 编码

## 提示

hint-no-documents = 此工作区没有文档；请在 duizhao.toml 的 `documents` 中指明文档所在
hint-after-init = 设置适用于 { $tree ->
    [Markdown] Markdown 文件夹
    [README] README
   *[other] { $tree }
}；请查看 duizhao.toml，然后运行 `duizhao sync`
hint-behind = { $count ->
   *[other] { $count } 个文档的译文目录落后于原文；请运行 `duizhao sync`
}
# { $command } 照原样输入。
hint-merge-driver = 若要让 git 逐条记录合并译文目录，请在每个克隆中运行 `duizhao init --merge-driver`，或：{ $command }
hint-merge-driver-on = 此克隆中的 git 今后会逐条记录合并译文目录
hint-baseline-gone = 基线中有 { $count } 个问题已不存在；可重新生成基线：{ $command }
# { $command } 照原样输入。
hint-advice = 有 { $count } 句译文落后于原文；按 duizhao.toml 的 `source-changes` 设置，此处不因此失败。要查看原文的改动使哪些译文过期，请运行 `{ $command }`
hint-glossary-force = 与文件不同之处保持不变；`duizhao glossary import --force` 会以文件为准
hint-prune = 未删除任何内容；`duizhao prune --yes` 会删除所列内容
hint-prune-orphans = 无文档的译文目录予以保留；若文档已改名，请为译文目录改名；若文档已删除，可用 `duizhao prune --orphans --yes` 删除
hint-unreadable-entry = `{ $path }` 无法读取，已略过
hint-no-merge-base = 此克隆中没有本分支与 `{ $revision }` 的分叉点，因此直接与 `{ $revision }` 比较，其后在那里发生的改动会被当作撤销。请获取全部历史：git fetch --unshallow

## 页面上的标记

page-language = 中文
page-notes = 注释
page-contents = 目录
page-skip = 跳到正文
page-switch = 语言
page-back = 回到正文
page-alert = { $kind ->
    [tip] 提示
    [important] 重要
    [warning] 警告
    [caution] 小心
   *[note] 说明
}
mark-missing = （待译）
mark-stale = （待更新）
mark-draft = （草稿）

## 公众号文章中添加的文字

page-references = 参考链接
page-note-sign = 注
page-image = [图片：{ $alt } | { $path }]
page-alert-note = 说明
page-alert-tip = 提示
page-alert-important = 重要
page-alert-warning = 警告
page-alert-caution = 小心
page-preview = 预览
page-copy = 复制文章
page-copied = 已复制，请粘贴到公众号编辑器
page-copy-by-hand = 浏览器不允许网页复制。文章已选中，请按 Ctrl+C（Mac 上按 ⌘C）
page-digest = 摘要
page-length = { $count } / { $most } 个字符

## 错误：为何无法进行

error-pipe = 读取输出的程序已结束
error-tag = { $why }；语言标签形如 en 或 zh-CN
error-target-is-source = `{ $locale }` 不能既是原文语言又是目标语言
error-already = `{ $path }` 已存在；请直接修改，或先将其删除
error-unknown-locale = `{ $locale }` 不是此工作区的目标语言；现有：{ $known }
error-unknown-code = 没有代码 `{ $code }`；现有：{ $known }
error-no-command = 没有命令 `{ $name }`
error-format = 此处没有格式 `{ $format }`；现有：{ $known }
error-confirm-what = 请指明要确认什么：单元的编号、文档，或 --all；在终端中，或加 --interactive，会逐条显示
error-translate-terminal = translate 需要提问，而此处不是终端；加 --interactive 可从标准输入读取回答
error-renamed = `{ $path }` 的译文目录仍用旧的文件名；请先运行 `duizhao sync`
error-moved = `{ $path }` 与其他文档之间有句子移动，译文目录尚未反映；请先运行 `duizhao sync`
error-editor = 编辑器 `{ $editor }` 出错；没有改动
error-closed = `{ $path }` 未作改动：其中有冲突标记，或不是 UTF-8 编码；`duizhao check` 会指出位置
error-catalog-closed = 未生成任何页面：`{ $path }` 中有冲突标记，或不是 UTF-8 编码；`duizhao check` 会指出位置
error-roundtrip = 有些文件无法读取
error-no-workspace = { $folder } 及其上级文件夹中没有 duizhao.toml；可用 `duizhao init` 创建
error-settings = { $file }：{ $why }
settings-required-version = { $file }:{ $line }：此工作区要求 duizhao 的版本为 { $required }，而当前程序是 { $version }；请安装符合要求的版本，或修改 `required-version`
settings-required-version-form = { $file }:{ $line }：`required-version = "{ $required }"` 不是有效的版本要求；版本要求形如 "0.1"、">=0.1.2" 或 ">=0.1, <0.3"
settings-tag = { $file }：`{ $tag }` 不是语言标签；语言标签形如 en 或 zh-CN
settings-tag-form = { $file }：语言标签 `{ $tag }` 应写成 `{ $locale }`
settings-no-target = { $file }：`targets` 没有列出语言
settings-target-is-source = { $file }：`{ $locale }` 是原文语言，不能同时是目标语言
settings-segmenter = { $file }：不支持 segmenter = { $found }；此版本支持 { $known }
settings-name-twice = { $file }：有两个输出都名为 `{ $name }`
settings-change = { $file }：`changes` 中的 `{ $class }` 不能设为 `{ $action }`：`ignore` 只用于 `form`、`link` 和 `wording`，`patch` 只用于 `link` 和 `fact`，而 `form` 一律忽略
settings-placeholder = { $file }：输出 `{ $name }` 的路径中有无法识别的 `{ $word }`
settings-target-site = { $file }：输出 `{ $name }` 的目标 `{ $word }` 不在 { $known } 之列
settings-attribute = { $file }：markdown.attributes 中的 `{ $word }` 不是属性；请写成“名称.属性”，如 figure.caption 或 *.title
settings-no-path = { $file }：输出 `{ $name }` 需要设置 `path`，或用 `target` 指定站点类型
settings-base-url = { $file }：输出 `{ $name }` 的 base-url `{ $word }` 不是以 https:// 或 http:// 开头且不带查询参数的地址
settings-file = { $file }：输出 `{ $name }` 指定的文件 `{ $path }` 不存在
settings-format = { $file }：输出 `{ $name }` 的格式 `{ $word }` 不在 { $known } 之列
settings-dialect = { $file }：输出 `{ $name }` 的方言 `{ $word }` 不在 { $known } 之列
settings-layout = { $file }：输出 `{ $name }` 的格式 `{ $format }` 没有布局 `{ $word }`，可用的有 { $known }
error-template = 模板 `{ $path }` 无法使用：{ $why }
settings-label = { $file }：输出 `{ $name }` 的 labels 引用了不存在的 `{ $word }`；花括号中的文字按 Fluent 解析
error-layout-dialect = 输出 `{ $output }`：布局 `{ $layout }` 会在方言 `{ $dialect }` 中丢失内容；请设置 layout = "{ $instead }"，或在生成时加上 --fallback
error-page-words-syntax = `{ $path }` 第 { $line } 行不符合 Fluent 语法
error-page-words-unknown = `{ $path }` 第 { $line } 行：页面没有名为 `{ $id }` 的消息，可用的有：{ $known }
error-page-words-reference = `{ $path }` 第 { $line } 行：消息引用了不存在的 `{ $name }`
settings-glob = { $file }：documents：{ $why }
error-no-document = `{ $path }` 不是此工作区的文档；哪些文件是文档，由 duizhao.toml 的 `documents` 指定
error-terms-file = 无法从 `{ $path }` 读取术语：{ $why }
error-terms-locales = `{ $path }` 中没有 { $source } 与 { $targets } 之一对应的术语
error-baseline = `{ $path }` 不能用作基线：它不是 `duizhao check --format json` 写出的文件（{ $why }）
error-baseline-version = `{ $path }` 是版本 { $found } 的报告，而此程序只能读取版本 { $known }；请重新生成：duizhao check --format json --output { $path }
error-baseline-output = `{ $path }` 正用作基线，不能同时写入报告；去掉 --baseline 即可重新生成
error-pairs = { $path } 第 { $line } 行不是句对：每行应是一个 JSON 对象，含文本 `en` 和 `zh`，可另有 `id`（{ $why }）
settings-gate-locale = { $file } 第 { $line } 行：`gate` 中的 `{ $locale }` 不是目标语言；现有：{ $known }
settings-check-code = { $file }：没有名为 `{ $code }` 的检查项；可用的有 { $known }
settings-check-key = { $file }：检查项 `{ $code }` 没有设置项 `{ $key }`；可用的有 { $known }
settings-check-value = { $file }：检查项 `{ $code }` 的 `{ $key }` 可取 { $known }
settings-check-list = { $file }：检查项 `{ $code }` 的 `{ $key }` 应是词语列表
error-no-operation = 没有操作 { $number }；`duizhao undo --list` 会列出现有的操作
error-no-version = 日志中没有 `{ $id }` 的其他版本
error-nothing-to-undo = 没有可以撤销的操作
error-no-unit = 没有编号为 `{ $id }` 的单元
error-no-repository = 此文件夹不在 git 仓库中，因此没有版本 `{ $revision }`
error-not-owned = 此文件夹属于其他用户，因此 git 不读取这个仓库；如果信任它，请在仓库的顶层文件夹中运行：git config --global --add safe.directory "$PWD"
error-no-git = 未安装 `git` 程序，或者它不在 PATH 中；没有它就没有版本 `{ $revision }`
error-no-commit = 此仓库还没有任何提交，因此没有可供比较的版本 `{ $revision }`；请先提交文档：先运行 git add -A，再运行 git commit
error-unknown-revision = git 在此处找不到版本 `{ $revision }`；`git branch --all` 和 `git tag` 会列出已知的名称
error-no-revision = git 在此处找不到版本 `{ $revision }`；请先获取：{ $fetch }
error-shallow = git 在这个浅克隆中找不到版本 `{ $revision }`；在 GitHub 上，请在 `actions/checkout` 步骤的 `with:` 之下加上一行 `fetch-depth: 0`；在其他地方请运行：{ $fetch }
error-no-merge-base = 这个浅克隆中没有本分支与 `{ $revision }` 的分叉点；在 GitHub 上，请在 `actions/checkout` 步骤的 `with:` 之下加上一行 `fetch-depth: 0`；在其他地方请运行：git fetch --unshallow
error-no-diff = git 无法将工作树与 `{ $revision }` 比较
error-no-merge-driver = 未能为 git 设置合并驱动；此文件夹是否在 git 仓库中？
error-merge = `{ $path }` 未作改动：其中一个版本含有冲突标记或不是 UTF-8 编码，git 也未能按普通文本合并
hint-watching = 正在等待改动，按 Ctrl-C 结束
error-watch = 无法监视改动：{ $why }
error-neither = `{ $path }` 既不是此工作区的文档，也不是它的输出；它的输出有 { $known }
error-no-output = duizhao.toml 中没有 [[output]]；请在其中写明要生成什么
error-unknown-output = 没有名为 `{ $name }` 的输出；现有：{ $known }
settings-source-url = { $file }：输出 `{ $name }` 的 `source-url` 中，{ $word } 不在 {"{path}"}、{"{dir}"}、{"{name}"}、{"{stem}"}、{"{slug}"}、{"{locale}"} 之列
error-image-map-missing = 没有图片映射文件 `{ $path }`；请从输出中去掉 `image-map`，或写好该文件
error-image-map = `{ $path }` 不是图片映射文件（从路径到网址的 JSON 对象）：{ $problem }
error-output-is-document = 输出 `{ $output }` 会覆盖文档 `{ $path }`；请在 duizhao.toml 中更改它的路径
error-path-twice = 两个输出都要写入 `{ $path }`：{ $one } 与 { $other }；请在 duizhao.toml 的路径中加上 {"{"}locale{"}"} 或换一个文件夹
error-output-edited = `{ $path }` 在生成后被改动过；请把改动移到 `{ $catalog }`（原文在 `{ $document }`），或用 --force 覆盖
error-output-foreign = `{ $path }` 不是由 duizhao 写入的；请在 duizhao.toml 中更改输出的路径，或用 --force 覆盖
error-read = 无法读取 `{ $path }`：{ $kind ->
    [not-found] 没有这个文件
    [denied] 没有权限
    [no-folder] 路径中有一部分不是文件夹
    [full] 磁盘已满
    [read-only] 文件系统只读
   *[other] { $why }
}
error-write = 无法写入 `{ $path }`：{ $kind ->
    [not-found] 没有这个文件
    [denied] 没有权限
    [no-folder] 路径中有一部分不是文件夹
    [full] 磁盘已满
    [read-only] 文件系统只读
   *[other] { $why }
}
error-not-utf8 = `{ $path }` 不是 UTF-8 编码：第一个无效字节在第 { $line } 行第 { $column } 列；请将文件另存为 UTF-8
error-too-large = `{ $path }` 超过 { $limit } MiB
error-not-regular = `{ $path }` 不是普通文件
error-outside = `{ $path }` 不在工作区之内
error-in-git = `{ $path }` 位于 `.git` 文件夹中，不会改动
error-dangling = `{ $path }` 是一个链接，指向的文件并不存在
error-collision = `{ $path }` 与 `{ $other }` 不能同时写入：在某些磁盘上二者是同一路径
error-changed = `{ $path }` 刚被其他程序改动，未予覆盖；请重新运行
error-locked = { $pid ->
    [0] `{ $path }` 被另一个进程锁定；请等它结束
   *[other] `{ $path }` 被进程 { $pid } 锁定；请等它结束
}

## 检查结果

class-form = 形式
class-link = 链接
class-wording = 措辞
class-fact = 事实
class-polarity = 语义正反
class-rewrite = 重写
kind-link = 链接
kind-number = 数字
kind-date = 日期
kind-unit = 单位
kind-code = 代码
kind-name = 名称
kind-negation = 否定
kind-limit = 限定
kind-question = 问号
changed-replaced = { $kind } { $was } → { $now }
changed-added = 新增{ $kind } { $now }
changed-gone = 删去{ $kind } { $was }
finding-stale = 翻译之后原文有改动
finding-untranslated = 尚未翻译
finding-not-started = { $count ->
   *[other] 整篇尚未翻译（{ $count } 个句段）
}
finding-draft = { $origin ->
    [restored] 上方的注释缺了行；译文是否仍与原文一致，需要有人确认
    [unclear] 上方有一行无法理解；译文是否仍与原文一致，需要有人确认
   *[other] 自动填入（{ $origin }），尚无人确认
}
finding-segment-count = 原文有 { $expected } 句，注释中记有 { $noted } 句，译文有 { $found } 行；很可能是这样对应的：{ $pairing }（句 → 行）
finding-obsolete = `{ $id }` 的原文已不存在；译文仍保留
finding-addition-lost = 附加内容 `{ $id }` 依附的 `{ $anchor }` 在文档中不存在，页面不会显示它
finding-addition-refused = 附加内容 `{ $id }` 会改变 { $path } 的结构，或含有标题，已略去
finding-orphan = 没有文档与此译文目录对应；若文档改了名，请把译文目录一并改名；若文档已删除，请将其删除
finding-unknown-term = 术语表中没有术语 `-{ $id }`
finding-out-of-sync = 译文目录落后于原文；请运行 `duizhao sync`
finding-confirmed-unchanged = 译文未改即已确认
# { $state } 为 missing、stale、draft、translated 或 reviewed。已审的也算已译。
finding-gate-least = { $locale }：{ $scoped ->
    [0] {""}
   *[other] { $documents } 中
}{ $touched ->
    [0] 共 { $total } 个句段
   *[other] 改动所及共 { $total } 个句段
}，{ $state ->
    [reviewed] 已审
   *[translated] 已译
} { $count } 个（{ $share } %），应不少于 { $wanted } %
finding-gate-most = { $locale }：{ $scoped ->
    [0] {""}
   *[other] { $documents } 中
}{ $touched ->
    [0] 共 { $total } 个句段
   *[other] 改动所及共 { $total } 个句段
}，{ $state ->
    [missing] 缺译
    [stale] 过期
   *[draft] 草稿
} { $count } 个（{ $share } %），应不多于 { $wanted } %
finding-block-changed = 译文会改变 { $path } 的结构；此处保留原文
finding-dead-anchor = { $path } 上没有锚点 `{ $anchor }`
finding-emphasis-dropped = { $path } 的读者无法显示标点旁的这处强调；文字保留，强调去掉
finding-page-template = 未生成 { $path }：模板出错：{ $why }
finding-remote-image = { $path } 以链接代替图片 { $address }：页面不从别处加载任何内容
finding-table-prose = 未生成 { $path }：表格单元格的平均宽度将达 { $width } 列，上限为 { $most } 列
finding-wechat-image = { $path }：图片 `{ $image }` { $status ->
    [local] 上传之后才会在微信中显示；其位置用一行文字标出
    [unmapped] 不在图片映射文件中；其位置以一行文字代替
    [wrong-host] 在图片映射文件中的网址不能在微信中显示，须以 https://mmbiz.qpic.cn/ 开头
    [remote] 在其他网站上，微信会将其滤掉
    [missing] 不是工作区中的文件
    [wrong-type] 既非 JPEG，也非 PNG 或 GIF
    [too-large] 超过上传的上限 1 MiB
   *[unsupported] 既不是文件，也不是网址
}
finding-wechat-length = { $over ->
    [yes] 文章 { $path } 过长：HTML 有 { $count } 个字符，微信要求少于 { $most } 个
   *[no] { $path }：HTML 有 { $count } 个字符，一篇文章的上限为 { $most } 个
}
finding-wechat-link = { $path }：指向 `{ $link }` 的链接在文章中打不开；只保留文字
finding-wechat-table = { $path }：有一个表格多达 { $columns } 列；手机上最多适合 { $most } 列
finding-wechat-title = { $field ->
    [no-title] { $path } 没有标题，而微信要求有标题
    [title] { $path }：标题有 { $count } 个字符，微信的上限为 { $most } 个
    [author] { $path }：作者名有 { $count } 个字符，微信的上限为 { $most } 个
    [digest] { $path }：摘要有 { $count } 个字符，微信的上限为 { $most } 个
   *[source-url] { $path }：原文链接有 { $count } 字节，微信的上限为 { $most } 字节
}
finding-forbidden = 未生成 { $path }：此句段{ $state ->
    [missing] 缺译
    [stale] 已过期
   *[other] 是草稿
}

## 关于译文目录文件本身的检查结果

damaged-conflict = 文件中有 git 的冲突标记；解决冲突之前不会使用此文件
damaged-not-utf8 = 文件自此处起不是 UTF-8 编码；请另存为 UTF-8，在此之前不会使用
damaged-junk = 无法理解；应当写成：{ $hint }
damaged-no-id = 此行上方缺少写有编号的一行；编号可在同一文档的其他译文目录中找到，或用 `duizhao segments` 查看
damaged-term = 无法理解为术语；术语应写成：-name = 文字
damaged-term-twice = 术语 `{ $id }` 在此处重复定义
damaged-bad-id = 编号由字母 a 到 z、数字和连字符组成，不翻译；编号可在同一文档的其他译文目录中找到，或用 `duizhao segments` 查看
damaged-duplicate = 编号 `{ $id }` 重复；`duizhao sync` 会修复
near-miss = `{ $text }` 很可能是想写 `{ $meant }:`；暂作为注释保留
slip-escape = 已按本意读取；`duizhao sync` 会为它转义：{ $text }
slip-full-width = 全角符号已按半角读取：{ $text }
slip-indent = 译文各行应缩进四个空格：{ $text }
slip-indented-comment = 注释没有从行首开始，已照常读取
slip-no-space = `#` 之后缺一个空格：{ $text }

## 各代码的解释（explain-代码）

explain-stale = 译文完成之后，原文的这句话有了改动。请打开译文目录中所示的行：句子上方的 `# was …` 是当初翻译的原文。如果改动影响译文，请修改译文，然后删除 `was` 那一行，即告完成。改动的类别（链接、措辞、事实、语义正反、重写）提示应当留意之处；各类改动如何处理，可在 `duizhao.toml` 的 `[[changes]]` 中设定。
explain-untranslated = 该行是 {"{"}""{"}"}：这句话还没有人翻译。请在此处写上译文。
explain-draft = 译文由机器、翻译记忆填入，或旁边的行有损坏，尚无人确认。请通读并修改，然后删除句子上方的 `draft:` 行。
explain-segment-count = 记录的行数与原文的句数不符，因此无法确定哪一行对应哪一句。请一句一行；已在上一行译出的句子写作 {"{"}"^"{"}"}。`duizhao confirm --whole` 可按现状确认。
explain-orphan-catalog = 这个译文目录所在的位置本应对应一个文档，但该文档不存在。通常是文档改了名：请把各语言的译文目录一并改名，译文随即恢复。若文档是有意删除的，请删除译文目录。
explain-unknown-term = 译文引用了术语 { "{" } -name { "}" }，而该语言的 glossary.ftl 中没有它，页面上会显示引用本身而不是词语。请把术语加入术语表，或直接写出词语。
explain-damaged-record = 译文目录中的一条记录无法理解，或两条记录编号相同，或文件中有冲突标记。该记录视为缺译，其文字仍保留。请更正所示的行。
explain-catalog-slip = 有一处小疏漏（缺转义符、用了制表符或全角符号），已按本意读取。无需处理：下次同步会将其写成规范形式。
explain-unknown-key = 有一行注释很像程序的关键字，但并不是，因此作为注释保留。若本意是关键字，请更正。
explain-confirmed-unchanged = 与基准版本相比，一个过期的句段已成为完成状态，而译文并未改动。如果原文的改动不影响译文，这是对的；请再看一眼。
explain-obsolete = 该记录的原文已不存在。译文仍保留，可供翻译记忆使用；原文若恢复，译文也随之恢复。
explain-addition-lost = 没有原文行、带有 `# add after: ID` 或 `# add before: ID` 的记录，是只出现在译文页面上的内容。文档中已没有这个 ID 对应的单元，这段内容无处可放。请改写为目录中另一条记录的 ID，或删除这段内容。附加内容若会改变页面其余部分的解析结果，`build` 也会报告。
explain-catalog-out-of-sync = 译文目录未反映现在的原文。各项状态依然正确；`duizhao sync` 会将其写入，遗漏时 `duizhao sync --check` 会报错。
explain-block-changed = 译文会在页面上产生另一种块、破坏表格或吞掉相邻的内容，因此此处保留原文。通常在首个字符或 `|` 之前加上转义符（`\`）即可。
explain-gate = 未达到 `duizhao.toml` 中 `[gate]` 设定的界限：已译或已审的句段太少，或者缺译、过期、草稿的句段太多。请补足译文，或在所示的行改设界限。句段的计数与 `duizhao status` 相同，只是已审的也算已译。
explain-dead-anchor = 页内链接指向的标题在任何语言的页面上都不存在。锚点是标题的 `{"{"}#id{"}"}`；没有时，按 GitHub 的算法由标题文字转成小写并以连字符连接而得。请修改文档中的链接。
explain-emphasis-dropped = Markdown 的强调符号，外侧须是空白或标点，或者内侧须是文字，否则不会闭合。此处两者都不满足，把标点移到外面又会改变强调的内容，而页面的方言不显示 HTML。请在符号旁加一个空格，或换一种说法。
explain-page-template = HTML 页面的模板语法正确，但其中有内容无法求值，例如用到了不存在的变量，因此未写入页面。可用的变量见 docs/output.md。
explain-remote-image = HTML 页面不向其他主机发出请求：谁打开了页面，不会有第三方知道。因此，地址在网上的图片会变成以其描述为文字的链接。请把图片放在文档旁边，并用相对路径引用。
explain-table-prose = 布局 `table` 适合短文：长段落挤在两栏窄列中，在手机上无法阅读。请改用布局 `interleaved`，或在输出中用 `cell-width` 放宽上限。
explain-wechat-image = 微信只显示已上传的图片：JPEG、PNG 或 GIF，每张不超过 1 MiB。请上传文章旁的 `.json` 所列的图片，再放到文字标出的位置；也可用 `image-map` 指定一个文件，写明每张图片的路径对应 mmbiz.qpic.cn 上的哪个网址。
explain-wechat-length = 微信计算文章的字符数时，标签和样式也算在内；其接口要求少于 20,000 个字符。每次生成后都会报告字数，达到 18,000 个即为警告。输出中若设置 `limits = "api"`，过长就是错误。请把文章分成两篇，或去掉表格。
explain-wechat-link = 文章的读者只能打开指向其他公众号文章的链接；网页的网址带编号列在文末。指向文件或其他文档的链接两者都不是，请改用网页上的网址。
explain-wechat-table = 手机屏幕宽 375 点。列数多的表格须左右滑动，而很少有读者会注意到可以滑动。请减少列数，或改为列表。
explain-wechat-title = 标题、作者和摘要是编辑器中单独的字段，上限分别为 32、16 和 128 个字符；原文链接的上限为 1,024 字节。标题只用译文。请缩短 `title` 或 `description` 的译文，或在输出中设置 `author`。
explain-publish-forbidden = 对处于此状态的句段，策略是 `fail`，因此未写入页面。

check-fixed = { $count ->
    [0] 没有可修改之处
   *[other] 已修改 { $count } 句；`duizhao undo` 可以撤销
}
check-would-fix = { $count ->
    [0] 没有可修改之处
   *[other] 将修改 { $count } 句
}

waive-done = 已豁免以上 { $count } 个问题；原文或译文一变，豁免即失效
error-no-finding = 无可豁免：`{ $code }` 没有报告 `{ $id }` 的问题
error-reason = 豁免需要一行理由：--reason "…"
