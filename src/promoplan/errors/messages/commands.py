"""Mistakes on the command line, and what a command could not do."""

from promoplan.errors.messages.message import WARNING, say

INPUTS = {
    "bad-flag": say("{text} 不是“是”或“否”", "{text} is neither yes nor no"),
    "bad-choice": say("没有 {text} 这个选项, 可选: {choices}", "{text} is no choice; take one of {choices}"),
    "bad-number": say("{text} 不是数", "{text} is not a number", "写成 100000, 10万 或 4%", "write 100000 or 4%"),
    "bad-integer": say("{text} 不是整数", "{text} is not a whole number"),
    "out-of-range": say("{text} 不在 {low} 到 {high} 之间", "{text} is not between {low} and {high}"),
}

COMMANDS = {
    "no-option": say("没有 {name} 这个选项", "there is no option {name}", "promoplan {command} --help 列出全部选项", "promoplan {command} --help lists them"),
    "no-command": say("没有 {name} 这个命令", "there is no command {name}", "promoplan --help 列出全部命令", "promoplan --help lists them"),
    "missing-argument": say("少写了 {name}", "{name} is missing", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-usage": say("用法不对: {detail}", "{detail}", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-argument": say("{name} 的值不对: {detail}", "wrong value for {name}: {detail}", "看看 promoplan {command} --help", "see promoplan {command} --help"),
    "bad-day": say("看不懂日期 {text}", "cannot read the date {text}", "写成 2024-11-11, 11-11 或 2024/11/11", "write 2024-11-11, 11-11 or 2024/11/11"),
    "bad-shift-text": say("看不懂 {text}", "cannot read {text}", "写成 -30d, -30wd, +2w", "write -30d, -30wd or +2w"),
    "unknown-year-date": say(
        "{years} 年的放假安排还没有数据, 只按周末算", "no holiday data for {years}: only weekends count", severity=WARNING
    ),
    "unknown-export": say("没有 {name} 这种导出", "there is no export {name}", "可以导出: {known}", "the exports are {known}"),
    "is-a-directory-name": say("{name} 是文件夹", "{name} is a folder", "写上文件名", "add a file name"),
    "bad-pair": say("{text} 要写成 名字=值", "{text} must be name=value"),
    "bad-lang": say("语言只有 zh 和 en, 没有 {text}", "the languages are zh and en, not {text}"),
    "bad-now": say("PROMOPLAN_NOW={text} 不是日期", "PROMOPLAN_NOW={text} is not a date", "写成 2024-11-05 或 2024-11-05T09:30", "write 2024-11-05 or 2024-11-05T09:30"),
    "unknown-playbook": say(
        "没有剧本 {name}", "there is no playbook {name}",
        "自带的有: {known}; 也可以写你自己的 YAML 路径", "the shipped ones are {known}; a path to your own YAML works too",
    ),
    "needs-date": say("{name} 没有固定的日子", "{name} has no usual date", "加上 --date 2024-11-11", "add --date 2024-11-11"),
    "not-optional": say("锚点 {name} 不能去掉", "the anchor {name} cannot be dropped", "给它一个日期", "give it a date"),
    "no-anchor": say("没有锚点 {name}", "there is no anchor {name}"),
    "bad-input": say("{name}: {detail}", "{name}: {detail}"),
    "stray-outside": say(
        "这个日期碰上放假, 任务 {name} ({start} … {end}) 落到阶段 {phase} ({first} … {last}) 外面",
        "days off at this date push task {name} ({start} … {end}) out of its phase {phase} ({first} … {last})",
        "不合适就单独挪: promoplan move {name}=日期", "where that does not suit: promoplan move {name}=DATE", severity=WARNING,
    ),
    "stray-early": say(
        "这个日期碰上放假, 任务 {name} 在 {start} 开始, 它要等的 {need} 到 {end} 才完成",
        "days off at this date: task {name} starts on {start}, but {need}, which it needs, is finished on {end}",
        "不合适就单独挪: promoplan move {name}=日期", "where that does not suit: promoplan move {name}=DATE", severity=WARNING,
    ),
    "no-plan": say(
        "{date} 排不出计划, 什么都没建", "there is no plan at {date}; nothing was made",
        "换个日期, 或用 --anchor 改关键时间", "take another date, or set the key dates with --anchor",
    ),
    "exists": say("{name} 已经在了, 没有动它", "{name} is already there; nothing was changed", "用 --name 换个名字", "choose another with --name"),
    "bad-folder-name": say("{name} 不能当文件夹名", "{name} cannot be a folder name", "不要用 / \\ : * ? \" < > | 和开头的点", "leave out / \\ : * ? \" < > | and a leading dot"),
    "cannot-write": say("写不进 {name}: {detail}", "cannot write {name}: {detail}", "看看磁盘空间和文件夹权限", "check disk space and the folder's permissions"),
    "cannot-print": say(
        "输出写不出去: {detail}", "the output cannot be written: {detail}",
        "看看磁盘空间; 这条命令记没记上, promoplan log 里看", "check disk space; promoplan log tells whether the command was noted",
    ),
    "no-campaign": say(
        "这里还没有活动计划", "there is no campaign here",
        "起一个: promoplan init double11 --date {date}", "start one: promoplan init double11 --date {date}",
    ),
    "unknown-campaign": say("没有活动 {name}", "there is no campaign {name}", "这里有: {known}", "there are: {known}"),
    "all-archived": say(
        "这里的活动都归档了: {known}", "all campaigns here are archived: {known}",
        "用 -c 看其中一个, 或 promoplan archive NAME --undo", "look at one with -c, or promoplan archive NAME --undo",
    ),
    "one-unreadable": say("有一个活动读不了, 不猜是哪一个", "one campaign cannot be read; nothing is guessed", "修好它, 或用 -c 选一个", "mend it, or choose one with -c"),
    "which-campaign": say("这里有几个活动: {known}", "there are several campaigns: {known}", "用 -c 选一个", "choose one with -c"),
    "which-repeat": say("{name} 有好几次, 说哪一次: {known}", "{name} comes several times; say which: {known}"),
    "unknown-status": say("没有 {name} 这种状态", "there is no status {name}"),
    "unknown-person": say("没有人叫 {name}", "nobody here is called {name}", "promoplan assign 角色=名字 定人", "promoplan assign ROLE=NAME says who does what"),
    "empty-reason": say("没写理由", "the reason is empty"),
    "empty-note": say("没写内容", "the note is empty"),
    "nothing-to-undo": say("还没有可以撤销的", "there is nothing to undo yet"),
    "no-log-entry": say("记录里没有 {name} 这一步", "the log has no command {name}", "promoplan log 列出编号", "promoplan log lists the ids"),
    "already-undone": say("{name} 已经撤销过了", "{name} was already taken back", "要恢复它, 撤销那次撤销", "to bring it back, undo that undo"),
    "no-line": say("{name} 的清单没有第 {number} 条, 共 {count} 条", "{name} has no line {number}; its checklist has {count}"),
    "unknown-item": say("没有任务 {name}", "there is no task {name}", "promoplan tasks 列出全部任务", "promoplan tasks lists them"),
    "no-role-or-item": say(
        "没有角色或任务 {name}", "there is no role or task {name}",
        "promoplan assign 列出角色, promoplan tasks 列出任务", "promoplan assign lists the roles, promoplan tasks the tasks",
    ),
    "bad-assign": say("看不懂 {text}", "cannot read {text}", "写成 业务员=小李,小王", "write sales=Amy,Ben"),
    "anchor-left-out": say("这次没有“{name}” ({cause}), 移不了", "{name} is left out this time ({cause}) and cannot be moved"),
    "item-left-out": say("改期之后计划里没有 {name}", "{name} is not in the plan at these dates"),
    "whole-day": say("{name} 按整天排, 不写几点", "{name} takes whole days, no time", "只写日期", "write the date alone"),
    "is-closed": say("{name} 已经了结, 不再移动", "{name} is closed and stays", "要移动先 promoplan reopen {name}", "promoplan reopen {name} first"),
    "nothing-to-move": say(
        "没说移动什么", "it is not said what to move",
        "--date 2024-11-08, --anchor presale=2024-10-20T20:00 或 任务=10-15", "--date 2024-11-08, --anchor presale=2024-10-20T20:00 or TASK=10-15",
    ),
    "bad-move": say("看不懂 {text}", "cannot read {text}", "写成 名字=2024-10-15", "write NAME=2024-10-15"),
    "unknown-since": say(
        "{name} 既不是日期, 也不是记录编号", "{name} is neither a date nor the id of a command",
        "写日期, 或 promoplan log 里的编号", "write a date, or an id that promoplan log shows",
    ),
    "not-moved": say("这样排不出计划, 什么都没改", "there is no plan at these dates; nothing was changed"),
    "moved-meanwhile": say("刚才有别人改了期, 什么都没写", "somebody else has moved dates meanwhile; nothing was written", "再看一次", "look again"),
    "not-confirmed": say("还没有写入", "nothing was written yet", "确认就加上 --yes", "add --yes to write it"),
    "campaign-or-playbook": say("-c 和 --playbook 只能用一个", "use either -c or --playbook"),
    "no-checklist": say(
        "“{name}”没有清单", "{name} has no checklist", "promoplan show {item} 看全部内容", "promoplan show {item} has all of it",
        severity=WARNING,
    ),
    "date-without-playbook": say("--date 要和 --playbook 一起用", "--date goes with --playbook", "活动计划有自己的日期", "a campaign has its own date"),
    "no-script": say("没有话术 {name}", "there is no script {name}", "promoplan script --list 列出全部", "promoplan script --list lists them"),
    "no-blank": say("话术里没有 {name} 这个空", "no script has a blank {name}", "promoplan script --list 列出全部话术", "promoplan script --list lists the scripts"),
    "script-left-out": say("这次用不上“{name}” ({cause})", "{name} is not needed this time ({cause})"),
    "blanks-left": say("还没填: {blanks}", "still blank: {blanks}", "加上 {options}", "add {options}", severity=WARNING),
    "no-redline": say("没有红线 {name}", "there is no red line {name}", "promoplan redlines 列出全部", "promoplan redlines lists them"),
    "ambiguous-item": say("{name} 可以是: {known}", "{name} may be: {known}", "写全一点", "write more of it"),
    "cancelled": say("已取消, 什么都没写", "cancelled, nothing was written"),
    "bug": say(
        "promoplan 自己出错了: {detail}", "promoplan itself failed: {detail}",
        "你的文件没有动; 请把这份报告发给我们: {report}", "your files are untouched; please send us the report: {report}",
    ),
}  # fmt: skip
