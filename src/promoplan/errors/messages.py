"""Every problem promoplan can name: its code, its sentence and its hint in both languages.

A code is stable once released: scripts and `tests/bad` lean on it.
"""

from typing import NamedTuple

from promoplan.text import Text


class Message(NamedTuple):
    """The wording of a code; the fields in braces are the problem's `args`."""

    text: Text
    hint: Text = Text("", "")
    severity: str = "error"


def _say(zh: str, en: str, hint_zh: str = "", hint_en: str = "", *, severity: str = "error") -> Message:
    return Message(Text(zh, en), Text(hint_zh, hint_en), severity)


WARNING = "warning"

FILES = {
    "no-file": _say("没有这个文件", "there is no such file"),
    "is-a-directory": _say("这是文件夹, 不是文件", "this is a folder, not a file"),
    "unreadable": _say("读不了这个文件: {detail}", "this file cannot be read: {detail}"),
    "empty-file": _say("文件是空的", "the file is empty", "用 promoplan playbooks new 起一份", "start one with promoplan playbooks new"),
    "file-too-large": _say("文件超过 {most} MB", "the file is larger than {most} MB"),
    "not-utf8": _say(
        "文件不是 UTF-8 编码 (像是 {encoding})", "the file is not UTF-8 (it looks like {encoding})",
        "在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor",
    ),
    "conflict-marker": _say(
        "这里还留着合并冲突的标记", "a merge conflict was left here",
        "选一边留下, 删掉 <<<<<<< ======= >>>>>>> 三行", "keep one side and delete the <<<<<<< ======= >>>>>>> lines",
    ),
    "tab": _say("缩进用了 Tab", "a tab is used for indentation", "YAML 只认空格, 每层两个", "YAML takes spaces only, two a level"),
    "control-character": _say("有看不见的控制字符 {char}", "there is an invisible control character {char}", "删掉它", "delete it"),
    "yaml-syntax": _say(
        "YAML 写法有误: {detail}", "this is not YAML: {detail}",
        "看看这行或上一行的缩进、冒号 (要半角) 后的空格、没配对的引号和括号",
        "look for indentation, a space after the colon, unpaired quotes or brackets here or on the line above",
    ),
    "two-documents": _say("一个文件只放一份剧本, 这里又开始了一份", "one file holds one document; a second one starts here"),
    "too-deep": _say("嵌套超过 {deepest} 层", "nested more than {deepest} levels deep"),
    "too-large": _say("展开后超过 {most} 个节点", "expands to more than {most} nodes", "别用 & 和 * 成倍复制", "do not multiply with & and *"),
    "unknown-alias": _say("*{name} 没有对应的 &{name}", "*{name} has no &{name} before it"),
    "repeated-key": _say("{key} 写了两次", "{key} is written twice", "留一个", "keep one of them"),
    "key-not-text": _say("键要是文字", "a key must be a word"),
    "yaml-tag": _say("不支持标签 {tag}", "tags such as {tag} are not supported"),
}  # fmt: skip

FORMAT = {
    "unknown-key": _say("没有 {key} 这个键", "unknown key {key}"),
    "missing-key": _say("缺 {key}", "{key} is missing"),
    "not-text": _say("这里要写文字", "this must be text", "数字和日期请加引号", "put numbers and dates in quotes"),
    "not-one-of": _say("{text} 不在可选的 {choices} 里", "{text} is not one of {choices}"),
    "not-true-false": _say("这里只能写 true 或 false", "this must be true or false"),
    "not-number": _say("这里要写数字", "this must be a number"),
    "not-scalar": _say("这里要写一个词或一个数", "this must be a word or a number"),
    "unknown-format": _say(
        "剧本格式是 {text}, 这个 promoplan 只懂 {format}", "the format is {text}; this promoplan reads {format}",
        "写 format: 1, 或升级 promoplan", "write format: 1, or update promoplan",
    ),
    "too-few": _say("至少要有一个", "at least one is needed"),
    "not-mapping": _say("这里要写 键: 值", "this must be a mapping of keys to values"),
    "not-list": _say("这里要写一列, 每项以 - 开头", "this must be a list, each entry starting with -"),
    "bad-value": _say("值不对: {text} ({detail})", "wrong value: {text} ({detail})"),
    "bad-text": _say(
        "文字写成 {{zh: …, en: …}}, 或一句通用的话", "a text is {{zh: …, en: …}} or one plain string",
        "花括号里的文字如有半角逗号或冒号, 要加引号", "inside braces, quote a text that has a comma or a colon",
    ),
    "bad-form": _say(
        "看不懂这种时间规则", "this is no known form of rule",
        "写一段时间, 或 {{every: …}}, {{waves: …}}, {{rota: …}}", "write a span, or {{every: …}}, {{waves: …}}, {{rota: …}}",
    ),
    "bad-when": _say(
        "看不懂时间: {text}", "cannot read this time: {text}",
        "例如 D-34, D-34..D-11, D-1 20:00, preheat, before preheat, after 任务名 +2d; 符号都用半角",
        "for example D-34, D-34..D-11, D-1 20:00, preheat, before preheat, after TASK +2d",
    ),
    "bad-time": _say("没有 {text} 这个时刻", "there is no time {text}", "写成 20:00 或 23:59:59", "write 20:00 or 23:59:59"),
    "bad-date": _say("没有 {text} 这一天", "there is no day {text}"),
    "year-out-of-range": _say("{text} 不在 {first} 到 {last} 年之间", "{text} is not between {first} and {last}"),
    "bad-edge": _say("点后面只能是 start 或 end", "only .start or .end may follow a name"),
    "too-far": _say("离得太远了, 最多十年", "that is too far away, ten years at most"),
    "unknown-zone": _say("没有 {zone} 这个时区", "there is no time zone {zone}", "例如 America/Los_Angeles", "for example America/Los_Angeles"),
    "zone-without-time": _say("写了时区 {zone} 就要写几点", "a zone ({zone}) needs a time of day"),
    "bad-hours": _say("看不懂时段 {text}", "cannot read the hours {text}", "写成 09:00-12:00 America/Los_Angeles", "write 09:00-12:00 America/Los_Angeles"),
    "bad-every": _say(
        "看不懂重复 {text}", "cannot read the repeat {text}",
        "可以写 day, workday, week, month, 4d, 2w 或 mon, thu", "write day, workday, week, month, 4d, 2w or mon, thu",
    ),
    "bad-count": _say("看不懂次数 {text}", "cannot read the count {text}", "写成 3 或 3-4", "write 3 or 3-4"),
    "bad-gap": _say("看不懂间隔 {text}", "cannot read the gap {text}", "写成 4d 或 4-5d", "write 4d or 4-5d"),
    "bad-duration": _say("看不懂时长 {text}", "cannot read the duration {text}", "写成 1h, 30min, 2d 或 1d..3d", "write 1h, 30min, 2d or 1d..3d"),
    "bad-shift": _say("看不懂班次时长 {text}", "cannot read the shift length {text}", "写成 8h", "write 8h"),
    "bad-condition": _say(
        "看不懂条件: {text}", "cannot read the condition: {text}",
        "例如 venue == rts, budget >= 500 and presale", "for example venue == rts, budget >= 500 and presale",
    ),
    "bad-formula": _say("看不懂算式: {text}", "cannot read the formula: {text}", "只用数字、名字和 + - * / ( )", "use numbers, names and + - * / ( ) only"),
    "bad-id": _say("{text} 不能当名字", "{text} cannot be an id", "用小写字母, 词间用 -, 每段以字母开头, 如 faq-scripts", "lower case, words joined by -, each starting with a letter: faq-scripts"),
    "bad-name": _say("{text} 不能当名字", "{text} cannot be a name", "用小写字母和下划线, 如 sales_target", "lower case and underscores: sales_target"),
    "bad-choice-name": _say(
        "{text} 不能当选项名", "{text} cannot name a choice",
        "用一个词: 字母或汉字开头, 可带数字、- 和 _", "take one word: it starts with a letter, digits, - and _ may follow",
    ),
    "bad-stamp": _say("看不懂日期 {text}", "cannot read the date {text}", "写成 2024-10-14 或 2024-10-14 20:00", "write 2024-10-14 or 2024-10-14 20:00"),
    "bad-expected": _say("看不懂预计时间 {text}", "cannot read the expected time {text}", "写成 2019-08-26, 2019-09 early 或 2019-09", "write 2019-08-26, 2019-09 early or 2019-09"),
    "bad-month-day": _say("看不懂月日 {text}", "cannot read the day {text}", "写成 11-11", "write 11-11"),
    "too-many": _say("还有 {count} 处没列出来", "{count} more faults are not shown", "先改这些", "mend these first"),
}  # fmt: skip

CHECKS = {
    "unknown-role": _say("没有角色 {name!r}", "unknown role {name!r}"),
    "unknown-phase": _say("没有阶段 {name!r}", "unknown phase {name!r}"),
    "unknown-board": _say("没有板块 {name!r}", "unknown board {name!r}"),
    "unknown-task": _say("没有任务 {name!r}", "unknown task {name!r}"),
    "unknown-anchor": _say("没有锚点、阶段或任务叫 {name!r}", "no anchor, phase or task is called {name!r}"),
    "unknown-input": _say("没有输入项 {name!r}", "unknown input {name!r}"),
    "unknown-choice": _say("{name} 没有 {value!r} 这个选项", "{name} has no choice {value!r}"),
    "unknown-segment": _say("没有人群 {name!r}", "unknown segment {name!r}"),
    "unknown-script": _say("没有话术 {name!r}", "unknown script {name!r}"),
    "unknown-metric": _say("没有指标 {name!r}", "unknown metric {name!r}"),
    "unknown-feature": _say("没有平台功能 {name!r}", "unknown feature {name!r}"),
    "unknown-redline": _say("没有红线 {name!r}", "unknown red line {name!r}"),
    "unknown-source": _say("没有出处 {name!r}", "unknown source {name!r}"),
    "unknown-blank": _say("占位符 {{{name}}} 没有来源", "nothing fills the placeholder {{{name}}}", "在 blanks 里声明它", "declare it under blanks"),
    "repeated-id": _say("{name} 已经被用过", "{name} is already taken", "换一个名字", "choose another id"),
    "anchor-base": _say(
        "锚点不能挂在 {name} 上", "an anchor cannot hang on {name}",
        "挂在 D 或别的锚点上", "hang it on D or on another anchor",
    ),
    "value-or-ramp": _say("数量要写 value 或 ramp, 二选一", "an amount has either a value or a ramp"),
    "missing-language": _say("缺 {language} 文字", "the {language} text is missing"),
    "needs-edge": _say("{name} 是一段时间, 要说清从哪头算", "{name} is a span; say which end", "写 {name}.start 或 {name}.end", "write {name}.start or {name}.end"),
    "loop": _say("互相等待: {chain}", "they wait for each other: {chain}", "断开其中一环", "cut one of the links"),
    "bad-default": _say("默认值不合规矩: {detail}", "the default does not fit: {detail}"),
    "empty-phase": _say("阶段 {name} 里没有任务", "phase {name} has no task"),
    "outside-phase": _say(
        "任务 {name} ({start} … {end}) 不在阶段 {phase} ({first} … {last}) 里",
        "task {name} ({start} … {end}) lies outside its phase {phase} ({first} … {last})",
        "改时间, 或写明 outside: true", "change its time, or say outside: true",
    ),
    "before-needs": _say(
        "任务 {name} 在 {start} 开始, 它要等的 {need} 到 {end} 才完成",
        "task {name} starts on {start}, but {need}, which it needs, is finished on {end}",
        "推后开始, 或写 after {need}", "start later, or write after {need}",
    ),
    "before-feature": _say(
        "任务 {name} 想在 {start} 开始, 它用的功能 {feature} 预计 {live} 才上线",
        "task {name} wants to start on {start}, but the feature {feature} is expected on {live}",
        "计划会推到上线那天", "the plan starts it on the launch day",
        severity=WARNING,
    ),
    "feature-unsure": _say(
        "任务 {name} {start} 开始, 它用的功能 {feature} 只说 {live} 到 {latest} 之间上线",
        "task {name} starts on {start}, but its feature {feature} is only promised between {live} and {latest}",
        "先想好没有它怎么做", "have a way to do without it",
        severity=WARNING,
    ),
    "after-end": _say(
        "任务 {name} 的功能 {feature} 在任务结束 ({end}) 之后才上线 ({live})",
        "task {name} ends on {end}, before its feature {feature} is live ({live})",
        severity=WARNING,
    ),
    "after-phase": _say(
        "任务 {name} 的功能 {feature} 到阶段结束还没上线 ({live}), 这次不排",
        "the feature {feature} of task {name} is live ({live}) only after its phase; the task is left out",
        severity=WARNING,
    ),
    "ends-before-start": _say("{name}: 结束 {end} 早于开始 {start}", "{name}: the end {end} is before the start {start}"),
    "open-end": _say("{name} 没有结束日, 不能从它的结束算起", "{name} has no end to count from"),
    "no-case": _say("{name}: 没有一条规则适用", "{name}: none of the rules applies", "最后加一条不带 if 的", "end with a rule without if"),
    "waves-do-not-fit": _say(
        "{name}: {waves} 波、间隔 {gap} 天, {days} 天里放不下, 只排 {fit} 波",
        "{name}: {waves} waves {gap} days apart do not fit into {days} days; {fit} are planned",
        "要排够就多留几天、缩短间隔或少排几波", "for all of them leave more days, shorten the gap or plan fewer",
        severity=WARNING,
    ),
    "red-line-task": _say(
        "任务里有红线做法: {word} ({redline})", "this task is a red-line tactic: {word} ({redline})",
        "把它放到 redlines, 换成合规的做法", "move it to redlines and schedule the lawful way",
    ),
    "no-figure": _say("算不出 {name}: {detail}", "{name} cannot be worked out: {detail}"),
    "date-out-of-range": _say("{name} 的日期超出日历", "the date of {name} is beyond the calendar"),
    "unknown-year": _say(
        "{years} 年的放假安排还没有数据, 只按周末算, 国庆、春节等假期和调休都没算; 受影响: {tasks}",
        "no holiday data for {years}: only weekends count, no public holidays, no make-up days; touched: {tasks}",
        "通知发布后写进 campaign.yaml 的 calendar: {{off: […], work: […]}}",
        "enter the notice in campaign.yaml as calendar: {{off: […], work: […]}}",
        severity=WARNING,
    ),
}  # fmt: skip

INPUTS = {
    "bad-flag": _say("{text} 不是“是”或“否”", "{text} is neither yes nor no"),
    "bad-choice": _say("没有 {text} 这个选项, 可选: {choices}", "{text} is no choice; take one of {choices}"),
    "bad-number": _say("{text} 不是数", "{text} is not a number", "写成 100000, 10万 或 4%", "write 100000 or 4%"),
    "bad-integer": _say("{text} 不是整数", "{text} is not a whole number"),
    "out-of-range": _say("{text} 不在 {low} 到 {high} 之间", "{text} is not between {low} and {high}"),
}

LOGS = {
    "torn-line": _say(
        "最后一行写到一半断了, 已跳过, 别的都在", "the last line was cut off in writing; it is passed over, the rest is there",
        "下次记录会从新行开始; promoplan doctor 可以清理", "the next entry starts a new line; promoplan doctor tidies up",
        severity=WARNING,
    ),
    "bad-log-line": _say(
        "这行记录读不懂, 已跳过, 没有删", "this line cannot be read; it is passed over and kept",
        "promoplan doctor 可以清理", "promoplan doctor tidies up", severity=WARNING,
    ),
    "unknown-event": _say(
        "有这个版本不认识的记录: {types}; 已保留", "there are entries this version does not know: {types}; they are kept",
        "升级 promoplan", "upgrade promoplan", severity=WARNING,
    ),
    "conflict": _say(
        "{name}: 两边说法不同, 暂按 {first} 算; 另有 {others}",
        "{name}: two sides said different things; {first} holds for now, against {others}",
        "定下来就再说一次, 例如 promoplan {again}", "settle it by saying it once more, for example promoplan {again}",
        severity=WARNING,
    ),
    "date-changed-by-hand": _say(
        "{name}: campaign.yaml 改成了 {file}, 以它为准, 之前 move 到的 {moved} 不再用",
        "{name}: campaign.yaml now says {file}, which holds; the earlier move to {moved} is set aside",
        severity=WARNING,
    ),
    "move-set-aside": _say(
        "{name}: 剧本里已经没有这个关键时间, 之前 move 到的 {moved} 不再用",
        "{name}: the playbook no longer has it so; the earlier move to {moved} is set aside",
        severity=WARNING,
    ),
    "log-busy": _say("{name} 一直有别的命令在写", "other commands keep writing to {name}", "过一会再试", "try again in a moment"),
}  # fmt: skip

DOCTOR = {
    "line-to-reject": _say("这行读不懂", "this line cannot be read", "可以移到 {file}, 一个字都不删", "it can be moved to {file}; nothing is deleted"),
    "more-lines": _say("这样的还有 {count} 行", "{count} more such lines"),
    "missing-file": _say("缺 {name}", "{name} is missing", "从备份或 git 里找回来", "bring it back from a backup or from git"),
    "missing-log": _say(
        "缺 {name}, 进度都记在里面", "{name} is missing; all progress is kept in it",
        "有备份先找回来; 没有就可以新建一个空的", "bring it back from a backup first; otherwise an empty one can be made",
    ),
    "no-merge-rule": _say(
        "{name} 没有让 git 逐行合并记录", "{name} does not tell git to merge the log line by line",
        "可以补上这一行", "the line can be added",
    ),
    "bad-compiled": _say("算好的计划坏了: {name}", "the compiled plan is broken: {name}", "可以删掉, 会自动重算", "it can be deleted; it is worked out anew"),
    "compiled-anew": _say("算好的计划坏了, 已经重算: {name}", "the compiled plan was broken and was worked out anew: {name}", severity=WARNING),
    "unfinished": _say("没写完就断了的 {name}", "{name} was never finished", "可以删掉", "it can be deleted"),
    "same-id": _say(
        "{names} 是复制出来的, id 相同, 日历里会互相覆盖", "{names} are copies with one id: their calendars would replace each other",
        "在其中一个的 {file} 里换一个 id, 随便一串字母数字", "give one of them another id in its {file}, any letters and digits",
    ),
    "event-without-item": _say(
        "计划里没有 {name}, 记录里有 {count} 条; 都留着", "{name} is not in the plan; its {count} entries are kept",
        "promoplan log --item {name} -c {campaign} 看记录", "promoplan log --item {name} -c {campaign} shows them", severity=WARNING,
    ),
    "future-entry": _say(
        "{campaign}: 有记录的时间在将来, 最晚 {at}", "{campaign}: there are entries dated in the future, the last on {at}",
        "看看哪台电脑的时钟不对", "see whose clock is wrong", severity=WARNING,
    ),
}  # fmt: skip

COMMANDS = {
    "no-option": _say("没有 {name} 这个选项", "there is no option {name}", "promoplan {command} --help 列出全部选项", "promoplan {command} --help lists them"),
    "no-command": _say("没有 {name} 这个命令", "there is no command {name}", "promoplan --help 列出全部命令", "promoplan --help lists them"),
    "missing-argument": _say("少写了 {name}", "{name} is missing", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-usage": _say("用法不对: {detail}", "{detail}", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-argument": _say("{name} 的值不对: {detail}", "wrong value for {name}: {detail}", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-day": _say("看不懂日期 {text}", "cannot read the date {text}", "写成 2024-11-11, 11-11 或 2024/11/11", "write 2024-11-11, 11-11 or 2024/11/11"),
    "bad-shift-text": _say("看不懂 {text}", "cannot read {text}", "写成 -30d, -30wd, +2w", "write -30d, -30wd or +2w"),
    "unknown-year-date": _say(
        "{years} 年的放假安排还没有数据, 只按周末算", "no holiday data for {years}: only weekends count", severity=WARNING
    ),
    "unknown-export": _say("没有 {name} 这种导出", "there is no export {name}", "可以导出: {known}", "the exports are {known}"),
    "is-a-directory-name": _say("{name} 是文件夹", "{name} is a folder", "写上文件名", "add a file name"),
    "bad-pair": _say("{text} 要写成 名字=值", "{text} must be name=value"),
    "bad-lang": _say("语言只有 zh 和 en, 没有 {text}", "the languages are zh and en, not {text}"),
    "bad-now": _say("PROMOPLAN_NOW={text} 不是日期", "PROMOPLAN_NOW={text} is not a date", "写成 2024-11-05 或 2024-11-05T09:30", "write 2024-11-05 or 2024-11-05T09:30"),
    "unknown-playbook": _say(
        "没有剧本 {name}", "there is no playbook {name}",
        "自带的有: {known}; 也可以写你自己的 YAML 路径", "the shipped ones are {known}; a path to your own YAML works too",
    ),
    "needs-date": _say("{name} 没有固定的日子", "{name} has no usual date", "加上 --date 2024-11-11", "add --date 2024-11-11"),
    "not-optional": _say("锚点 {name} 不能去掉", "the anchor {name} cannot be dropped", "给它一个日期", "give it a date"),
    "no-anchor": _say("没有锚点 {name}", "there is no anchor {name}"),
    "bad-input": _say("{name}: {detail}", "{name}: {detail}"),
    "stray-outside": _say(
        "这个日期碰上放假, 任务 {name} ({start} … {end}) 落到阶段 {phase} ({first} … {last}) 外面",
        "days off at this date push task {name} ({start} … {end}) out of its phase {phase} ({first} … {last})",
        "不合适就单独挪: promoplan move {name}=日期", "where that does not suit: promoplan move {name}=DATE", severity=WARNING,
    ),
    "stray-early": _say(
        "这个日期碰上放假, 任务 {name} 在 {start} 开始, 它要等的 {need} 到 {end} 才完成",
        "days off at this date: task {name} starts on {start}, but {need}, which it needs, is finished on {end}",
        "不合适就单独挪: promoplan move {name}=日期", "where that does not suit: promoplan move {name}=DATE", severity=WARNING,
    ),
    "no-plan": _say(
        "{date} 排不出计划, 什么都没建", "there is no plan at {date}; nothing was made",
        "换个日期, 或用 --anchor 改关键时间", "take another date, or set the key dates with --anchor",
    ),
    "exists": _say("{name} 已经在了, 没有动它", "{name} is already there; nothing was changed", "用 --name 换个名字", "choose another with --name"),
    "bad-folder-name": _say("{name} 不能当文件夹名", "{name} cannot be a folder name", "不要用 / \\ : * ? \" < > | 和开头的点", "leave out / \\ : * ? \" < > | and a leading dot"),
    "cannot-write": _say("写不进 {name}: {detail}", "cannot write {name}: {detail}", "看看磁盘空间和文件夹权限", "check disk space and the folder's permissions"),
    "cannot-print": _say(
        "输出写不出去: {detail}", "the output cannot be written: {detail}",
        "看看磁盘空间; 这条命令记没记上, promoplan log 里看", "check disk space; promoplan log tells whether the command was noted",
    ),
    "no-campaign": _say(
        "这里还没有活动计划", "there is no campaign here",
        "起一个: promoplan init double11 --date {date}", "start one: promoplan init double11 --date {date}",
    ),
    "unknown-campaign": _say("没有活动 {name}", "there is no campaign {name}", "这里有: {known}", "there are: {known}"),
    "all-archived": _say(
        "这里的活动都归档了: {known}", "all campaigns here are archived: {known}",
        "用 -c 看其中一个, 或 promoplan archive NAME --undo", "look at one with -c, or promoplan archive NAME --undo",
    ),
    "one-unreadable": _say("有一个活动读不了, 不猜是哪一个", "one campaign cannot be read; nothing is guessed", "修好它, 或用 -c 选一个", "mend it, or choose one with -c"),
    "which-campaign": _say("这里有几个活动: {known}", "there are several campaigns: {known}", "用 -c 选一个", "choose one with -c"),
    "which-repeat": _say("{name} 有好几次, 说哪一次: {known}", "{name} comes several times; say which: {known}"),
    "unknown-status": _say("没有 {name} 这种状态", "there is no status {name}"),
    "unknown-person": _say("没有人叫 {name}", "nobody here is called {name}", "promoplan assign 角色=名字 定人", "promoplan assign ROLE=NAME says who does what"),
    "empty-reason": _say("没写理由", "the reason is empty"),
    "empty-note": _say("没写内容", "the note is empty"),
    "nothing-to-undo": _say("还没有可以撤销的", "there is nothing to undo yet"),
    "no-log-entry": _say("记录里没有 {name} 这一步", "the log has no command {name}", "promoplan log 列出编号", "promoplan log lists the ids"),
    "already-undone": _say("{name} 已经撤销过了", "{name} was already taken back", "要恢复它, 撤销那次撤销", "to bring it back, undo that undo"),
    "no-line": _say("{name} 的清单没有第 {number} 条, 共 {count} 条", "{name} has no line {number}; its checklist has {count}"),
    "unknown-item": _say("没有任务 {name}", "there is no task {name}", "promoplan tasks 列出全部任务", "promoplan tasks lists them"),
    "no-role-or-item": _say(
        "没有角色或任务 {name}", "there is no role or task {name}",
        "promoplan assign 列出角色, promoplan tasks 列出任务", "promoplan assign lists the roles, promoplan tasks the tasks",
    ),
    "bad-assign": _say("看不懂 {text}", "cannot read {text}", "写成 业务员=小李,小王", "write sales=Amy,Ben"),
    "anchor-left-out": _say("这次没有“{name}” ({cause}), 移不了", "{name} is left out this time ({cause}) and cannot be moved"),
    "item-left-out": _say("改期之后计划里没有 {name}", "{name} is not in the plan at these dates"),
    "whole-day": _say("{name} 按整天排, 不写几点", "{name} takes whole days, no time", "只写日期", "write the date alone"),
    "is-closed": _say("{name} 已经了结, 不再移动", "{name} is closed and stays", "要移动先 promoplan reopen {name}", "promoplan reopen {name} first"),
    "nothing-to-move": _say(
        "没说移动什么", "it is not said what to move",
        "--date 2024-11-08, --anchor presale=2024-10-20T20:00 或 任务=10-15", "--date 2024-11-08, --anchor presale=2024-10-20T20:00 or TASK=10-15",
    ),
    "bad-move": _say("看不懂 {text}", "cannot read {text}", "写成 名字=2024-10-15", "write NAME=2024-10-15"),
    "unknown-since": _say(
        "{name} 既不是日期, 也不是记录编号", "{name} is neither a date nor the id of a command",
        "写日期, 或 promoplan log 里的编号", "write a date, or an id that promoplan log shows",
    ),
    "not-moved": _say("这样排不出计划, 什么都没改", "there is no plan at these dates; nothing was changed"),
    "moved-meanwhile": _say("刚才有别人改了期, 什么都没写", "somebody else has moved dates meanwhile; nothing was written", "再看一次", "look again"),
    "not-confirmed": _say("还没有写入", "nothing was written yet", "确认就加上 --yes", "add --yes to write it"),
    "campaign-or-playbook": _say("-c 和 --playbook 只能用一个", "use either -c or --playbook"),
    "no-checklist": _say(
        "“{name}”没有清单", "{name} has no checklist", "promoplan show {item} 看全部内容", "promoplan show {item} has all of it",
        severity=WARNING,
    ),
    "date-without-playbook": _say("--date 要和 --playbook 一起用", "--date goes with --playbook", "活动计划有自己的日期", "a campaign has its own date"),
    "no-script": _say("没有话术 {name}", "there is no script {name}", "promoplan script --list 列出全部", "promoplan script --list lists them"),
    "no-blank": _say("话术里没有 {name} 这个空", "no script has a blank {name}", "promoplan script --list 列出全部话术", "promoplan script --list lists the scripts"),
    "script-left-out": _say("这次用不上“{name}” ({cause})", "{name} is not needed this time ({cause})"),
    "blanks-left": _say("还没填: {blanks}", "still blank: {blanks}", "加上 {options}", "add {options}", severity=WARNING),
    "no-redline": _say("没有红线 {name}", "there is no red line {name}", "promoplan redlines 列出全部", "promoplan redlines lists them"),
    "ambiguous-item": _say("{name} 可以是: {known}", "{name} may be: {known}", "写全一点", "write more of it"),
    "cancelled": _say("已取消, 什么都没写", "cancelled, nothing was written"),
    "bug": _say(
        "promoplan 自己出错了: {detail}", "promoplan itself failed: {detail}",
        "你的文件没有动; 请把这份报告发给我们: {report}", "your files are untouched; please send us the report: {report}",
    ),
}  # fmt: skip

MESSAGES: dict[str, Message] = {**FILES, **FORMAT, **CHECKS, **INPUTS, **LOGS, **DOCTOR, **COMMANDS}
