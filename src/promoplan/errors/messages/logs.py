"""What is wrong with a log, and what `doctor` finds."""

from promoplan.errors.messages.message import WARNING, say

LOGS = {
    "torn-line": say(
        "最后一行写到一半断了, 已跳过, 别的都在", "the last line was cut off in writing; it is passed over, the rest is there",
        "下次记录会从新行开始; promoplan doctor 可以清理", "the next entry starts a new line; promoplan doctor tidies up",
        severity=WARNING,
    ),
    "bad-log-line": say(
        "这行记录读不懂, 已跳过, 没有删", "this line cannot be read; it is passed over and kept",
        "promoplan doctor 可以清理", "promoplan doctor tidies up", severity=WARNING,
    ),
    "unknown-event": say(
        "有这个版本不认识的记录: {types}; 已保留", "there are entries this version does not know: {types}; they are kept",
        "升级 promoplan", "upgrade promoplan", severity=WARNING,
    ),
    "conflict": say(
        "{name}: 两边说法不同 ({first}; {others}), 先按前一种算",
        "{name}: two sides said different things; {first} holds for now, against {others}",
        "定下来就再说一次, 例如 promoplan {again}", "settle it by saying it once more, for example promoplan {again}",
        severity=WARNING,
    ),
    "date-changed-by-hand": say(
        "{name}: campaign.yaml 改成了 {file}, 以它为准, 之前 move 到的 {moved} 不再用",
        "{name}: campaign.yaml now says {file}, which holds; the earlier move to {moved} is set aside",
        severity=WARNING,
    ),
    "work-missed": say(
        "剧本里没有任务 {names}, 记在上面的进度没算进来; 把 id 改回去, 或在 {like} 里加一行 formerly: [{first}]",
        "the playbook has no task {names}: the work noted under it is not counted; rename it back, or add formerly: [{first}] to {like}",
        severity=WARNING,
    ),
    "move-set-aside": say(
        "{name}: 剧本里已经没有这个关键时间, 之前 move 到的 {moved} 不再用",
        "{name}: the playbook no longer has it so; the earlier move to {moved} is set aside",
        severity=WARNING,
    ),
    "bad-created": say(
        "看不懂建立的时刻 {text}", "cannot read when it was made: {text}",
        "写成 2024-10-20T01:30:00+00:00", "write 2024-10-20T01:30:00+00:00",
    ),
    "off-and-work": say(
        "calendar 里 {days} 既在 off 又在 work, 按上班算", "{days}: both under off and under work in calendar; counted as worked",
        "删掉一处", "take one of them out",
        severity=WARNING,
    ),
    "log-not-utf8": say(
        "记录被存成了 {encoding}, 像是 PowerShell 写过", "the log was saved as {encoding}, as PowerShell does",
        "promoplan doctor 可以转回来", "promoplan doctor can turn it back",
    ),
    "log-busy": say("{name} 一直有别的命令在写", "other commands keep writing to {name}", "过一会再试", "try again in a moment"),
}  # fmt: skip

DOCTOR = {
    "line-to-reject": say("这行读不懂", "this line cannot be read", "可以移到 {file}, 一个字都不删", "it can be moved to {file}; nothing is deleted"),
    "more-lines": say("这样的还有 {count} 行", "{count} more such lines"),
    "missing-file": say("缺 {name}", "{name} is missing", "从备份或 git 里找回来", "bring it back from a backup or from git"),
    "missing-log": say(
        "缺 {name}, 进度都记在里面", "{name} is missing; all progress is kept in it",
        "有备份先找回来; 没有就可以新建一个空的", "bring it back from a backup first; otherwise an empty one can be made",
    ),
    "no-merge-rule": say(
        "{name} 没有让 git 逐行合并记录", "{name} does not tell git to merge the log line by line",
        "可以补上这一行", "the line can be added",
    ),
    "old-cache": say("{name} 是老版本留下的", "{name} was left by an earlier version", "用不到了, 可以删掉", "nothing needs it; it can be deleted"),
    "not-a-folder": say("{name} 应该是文件夹", "{name} should be a folder", "可以改个名放一边", "it can be renamed and set aside"),
    "file-copy": say(
        "{name} 是 {file} 的冲突副本, {differs}", "{name} is a copy of {file} that a sync program made, {differs}",
        "以 {file} 为准; 把要的并进去, 再删掉副本", "{file} holds; put into it what you want of the copy, then delete the copy",
        severity=WARNING,
    ),
    "log-copy": say(
        "{name} 是同步软件另存的冲突副本, 里面的记录已算在内", "{name} is a copy that a sync program made; its entries count",
        "可以并进本机的记录, 副本改名留着", "they can be added to this machine's log, and the copy kept under another name",
    ),
    "link-adrift": say(
        "{name} 是链接, 它指向的 {target} 不在了; 如果是活动, 现在读不到: 接上那个盘, 不要了就删掉链接",
        "{name} is a link to {target}, which is not there; a campaign behind it is left out: connect that drive, or delete the link",
        severity=WARNING,
    ),
    "unfinished": say("没写完就断了的 {name}", "{name} was never finished", "可以删掉", "it can be deleted"),
    "same-id": say(
        "{names} 是复制出来的, id 相同, 日历里会互相覆盖", "{names} are copies with one id: their calendars would replace each other",
        "在其中一个的 {file} 里换一个 id, 随便一串字母数字", "give one of them another id in its {file}, any letters and digits",
    ),
    "tick-lost": say(
        "{name} 的清单改过, 勾过的这几条找不到了: {lines}", "the checklist of {name} has changed; ticked lines it has no more: {lines}",
        "promoplan show {item} -c {campaign} 看清单, 该勾的再勾一次", "promoplan show {item} -c {campaign} shows the list; tick again what holds",
        severity=WARNING,
    ),
    "event-without-item": say(
        "计划里没有 {name}, 记录里有 {count} 条; 都留着", "{name} is not in the plan; its {count} entries are kept",
        "promoplan log --item {name} -c {campaign} 看记录", "promoplan log --item {name} -c {campaign} shows them", severity=WARNING,
    ),
    "future-entry": say(
        "{campaign}: 有记录的时间在将来, 最晚 {at}", "{campaign}: there are entries dated in the future, the last on {at}",
        "看看哪台电脑的时钟不对", "see whose clock is wrong", severity=WARNING,
    ),
}  # fmt: skip
