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

help-duizhao = 让 Markdown 文档的译文与原文保持同步
help-sync = 让译文目录跟上原文
help-help = 显示本帮助，或某个命令的帮助

## 帮助：各命令共有的选项（help-global-选项）

help-global-color = 何时使用颜色
help-global-help = 显示帮助
help-global-version = 显示版本

## 错误：为何无法进行

error-no-workspace = { $folder } 及其上级文件夹中没有 duizhao.toml；可用 `duizhao init` 创建
error-settings = { $file }：{ $why }
error-no-document = `{ $path }` 不是此工作区的文档；哪些文件是文档，由 duizhao.toml 的 `documents` 指定
error-no-unit = 没有编号为 `{ $id }` 的单元
error-no-revision = git 在此处找不到版本 `{ $revision }`；若是浅克隆，请先获取：git fetch --depth=1 origin { $revision }
error-no-output = duizhao.toml 中没有 [[output]]；请在其中写明要生成什么
error-unknown-output = 没有名为 `{ $name }` 的输出；现有：{ $known }
error-output-is-document = 输出 `{ $output }` 会覆盖文档 `{ $path }`；请在 duizhao.toml 中更改它的路径
error-path-twice = 两个输出都要写入 `{ $path }`：{ $one } 与 { $other }；请在 duizhao.toml 的路径中加上 {"{"}locale{"}"} 或换一个文件夹
error-output-edited = `{ $path }` 在生成后被改动过；请把改动移到 `{ $catalog }`（原文在 `{ $document }`），或用 --force 覆盖
error-output-foreign = `{ $path }` 不是由 duizhao 写入的；请在 duizhao.toml 中更改输出的路径，或用 --force 覆盖
error-read = 无法读取 `{ $path }`：{ $why }
error-write = 无法写入 `{ $path }`：{ $why }
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

finding-stale = 翻译之后原文有改动
finding-untranslated = 尚未翻译
finding-not-started = { $count ->
   *[other] 整篇尚未翻译（{ $count } 个句段）
}
finding-draft = 自动填入（{ $origin }），尚无人确认
finding-segment-count = { $found ->
   *[other] { $expected } 个句子对应 { $found } 行；很可能是这样对应的：{ $pairing }（句 → 行）
}
finding-obsolete = `{ $id }` 的原文已不存在；译文仍保留
finding-out-of-sync = 译文目录落后于原文；请运行 `duizhao sync`
finding-confirmed-unchanged = 译文未改即已确认
finding-block-changed = 译文会改变页面结构；此处保留原文
finding-forbidden = 未生成 { $path }：此句段{ $state ->
    [missing] 缺译
    [stale] 已过期
   *[other] 是草稿
}

## 关于目录文件本身的检查结果

damaged-conflict = 文件中有 git 的冲突标记；解决冲突之前不会使用此文件
damaged-junk = 无法理解；应当写成：{ $hint }
damaged-duplicate = 编号 `{ $id }` 重复；`duizhao sync` 会修复
near-miss = `{ $text }` 很可能是想写 `{ $meant }:`；暂作为注释保留
slip-escape = 已按本意读取；`duizhao sync` 会为它转义：{ $text }
slip-full-width = 全角符号已按半角读取：{ $text }
slip-indent = 译文各行应缩进四个空格：{ $text }
slip-no-space = `#` 之后缺一个空格：{ $text }
