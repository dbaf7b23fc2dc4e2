"""What is wrong with a value: it is not what the format asks for."""

from promoplan.errors.messages.message import say

FORMAT = {
    "unknown-key": say("没有 {key} 这个键", "unknown key {key}"),
    "missing-key": say("缺 {key}", "{key} is missing"),
    "not-text": say("这里要写文字", "this must be text", "数字和日期请加引号", "put numbers and dates in quotes"),
    "not-one-of": say("{text} 不在可选的 {choices} 里", "{text} is not one of {choices}"),
    "not-true-false": say("这里只能写 true 或 false", "this must be true or false"),
    "not-number": say("这里要写数字", "this must be a number"),
    "not-scalar": say("这里要写一个词或一个数", "this must be a word or a number"),
    "unknown-format": say(
        "剧本格式是 {text}, 这个 promoplan 只懂 {format}", "the format is {text}; this promoplan reads {format}",
        "写 format: 1, 或升级 promoplan", "write format: 1, or update promoplan",
    ),
    "too-few": say("至少要有一个", "at least one is needed"),
    "not-mapping": say("这里要写 键: 值", "this must be a mapping of keys to values"),
    "not-list": say("这里要写一列, 每项以 - 开头", "this must be a list, each entry starting with -"),
    "bad-value": say("值不对: {text} ({detail})", "wrong value: {text} ({detail})"),
    "bad-text": say(
        "文字写成 {{zh: …, en: …}}, 或一句通用的话", "a text is {{zh: …, en: …}} or one plain string",
        "花括号里的文字如有半角逗号或冒号, 要加引号", "inside braces, quote a text that has a comma or a colon",
    ),
    "bad-form": say(
        "看不懂这种时间规则", "this is no known form of rule",
        "写一段时间, 或 {{every: …}}, {{waves: …}}, {{rota: …}}", "write a span, or {{every: …}}, {{waves: …}}, {{rota: …}}",
    ),
    "bad-at": say(
        "锚点要写一个时刻或一段时间", "an anchor is a moment or a window",
        "例如 D-28 20:00, D-24 00:00..D-18 22:00, 或几条 {{if: …, then: …}}",
        "for example D-28 20:00, D-24 00:00..D-18 22:00, or a list of {{if: …, then: …}}",
    ),
    "bad-when": say(
        "看不懂时间: {text}", "cannot read this time: {text}",
        "例如 D-34, D-34..D-11, D-1 20:00, preheat, before preheat, after 任务名 +2d; 符号都用半角",
        "for example D-34, D-34..D-11, D-1 20:00, preheat, before preheat, after TASK +2d",
    ),
    "bad-time": say("没有 {text} 这个时刻", "there is no time {text}", "写成 20:00 或 23:59:59", "write 20:00 or 23:59:59"),
    "bad-date": say("没有 {text} 这一天", "there is no day {text}"),
    "year-out-of-range": say("{text} 不在 {first} 到 {last} 年之间", "{text} is not between {first} and {last}"),
    "bad-edge": say("点后面只能是 start 或 end", "only .start or .end may follow a name"),
    "too-far": say("离得太远了, 最多十年", "that is too far away, ten years at most"),
    "unknown-zone": say("没有 {zone} 这个时区", "there is no time zone {zone}", "例如 America/Los_Angeles", "for example America/Los_Angeles"),
    "zone-without-time": say("写了时区 {zone} 就要写几点", "a zone ({zone}) needs a time of day"),
    "bad-hours": say("看不懂时段 {text}", "cannot read the hours {text}", "写成 09:00-12:00 America/Los_Angeles", "write 09:00-12:00 America/Los_Angeles"),
    "bad-every": say(
        "看不懂重复 {text}", "cannot read the repeat {text}",
        "可以写 day, workday, week, month, 4d, 2w, mon, thu, 或 10th, 20th, last fri", "write day, workday, week, month, 4d, 2w, mon, thu, or 10th, 20th, last fri",
    ),
    "bad-count": say("看不懂次数 {text}", "cannot read the count {text}", "写成 3 或 3-4", "write 3 or 3-4"),
    "bad-gap": say("看不懂间隔 {text}", "cannot read the gap {text}", "写成 4d 或 4-5d", "write 4d or 4-5d"),
    "bad-duration": say("看不懂时长 {text}", "cannot read the duration {text}", "写成 1h, 30min, 2d 或 1d..3d", "write 1h, 30min, 2d or 1d..3d"),
    "bad-shift": say("看不懂班次时长 {text}", "cannot read the shift length {text}", "写成 8h", "write 8h"),
    "bad-condition": say(
        "看不懂条件: {text}", "cannot read the condition: {text}",
        "例如 venue == rts, budget >= 500 and presale", "for example venue == rts, budget >= 500 and presale",
    ),
    "bad-formula": say(
        "看不懂算式: {text}", "cannot read the formula: {text}",
        "只用数字、名字和 + - * / ( ), 以及 ceil(a)、floor(a)、min(a, b)、max(a, b)",
        "use numbers, names, + - * / ( ), ceil(a), floor(a), min(a, b) and max(a, b) only",
    ),
    "bad-id": say("{text} 不能当名字", "{text} cannot be an id", "用小写字母, 词间用 -, 每段以字母开头, 如 faq-scripts", "lower case, words joined by -, each starting with a letter: faq-scripts"),
    "bad-name": say("{text} 不能当名字", "{text} cannot be a name", "用小写字母和下划线, 如 sales_target", "lower case and underscores: sales_target"),
    "bad-choice-name": say(
        "{text} 不能当选项名", "{text} cannot name a choice",
        "用一个词: 字母或汉字开头, 可带数字、- 和 _", "take one word: it starts with a letter, digits, - and _ may follow",
    ),
    "bad-stamp": say("看不懂日期 {text}", "cannot read the date {text}", "写成 2024-10-14 或 2024-10-14 20:00", "write 2024-10-14 or 2024-10-14 20:00"),
    "bad-expected": say("看不懂预计时间 {text}", "cannot read the expected time {text}", "写成 2019-08-26, 2019-09 early 或 2019-09", "write 2019-08-26, 2019-09 early or 2019-09"),
    "bad-month-day": say("看不懂月日 {text}", "cannot read the day {text}", "写成 11-11, lunar 07-07, lunar 01-01 -28d 或 4th thu of 11 +1d", "write 11-11, lunar 07-07, lunar 01-01 -28d or 4th thu of 11 +1d"),
    "too-many": say("还有 {count} 处没列出来", "{count} more faults are not shown", "先改这些", "mend these first"),
}  # fmt: skip
