"""What is wrong with a file before it is a playbook or a campaign: its encoding, its YAML."""

from promoplan.errors.messages.message import say

FILES = {
    "no-file": say("没有这个文件", "there is no such file"),
    "is-a-directory": say("这是文件夹, 不是文件", "this is a folder, not a file"),
    "dangling": say("这个链接指向的文件不在了", "this link leads to a file that is not there"),
    "not-plain": say(
        "这是管道或设备, 不是普通文件", "this is a pipe or a device, no plain file",
        "存成文件再用", "save it as a file first",
    ),
    "unreadable": say("读不了这个文件: {detail}", "this file cannot be read: {detail}"),
    "empty-file": say("文件是空的", "the file is empty", "用 promoplan playbooks new 起一份", "start one with promoplan playbooks new"),
    "file-too-large": say("文件超过 {most} MB", "the file is larger than {most} MB"),
    "not-utf8": say(
        "文件不是 UTF-8 编码 (像是 {encoding})", "the file is not UTF-8 (it looks like {encoding})",
        "在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor",
    ),
    "conflict-marker": say(
        "这里还留着合并冲突的标记", "a merge conflict was left here",
        "选一边留下, 删掉 <<<<<<< ======= >>>>>>> 三行", "keep one side and delete the <<<<<<< ======= >>>>>>> lines",
    ),
    "tab": say("缩进用了 Tab", "a tab is used for indentation", "YAML 只认空格, 每层两个", "YAML takes spaces only, two a level"),
    "control-character": say("有看不见的控制字符 {char}", "there is an invisible control character {char}", "删掉它", "delete it"),
    "yaml-syntax": say(
        "YAML 写法有误: {detail}", "this is not YAML: {detail}",
        "看看这行或上一行的缩进、冒号 (要半角) 后的空格、没配对的引号和括号",
        "look for indentation, a space after the colon, unpaired quotes or brackets here or on the line above",
    ),
    "look-alike": say(
        "{name}({char}) 在这里不能用, 文件读不下去", "the {name}({char}) is no sign of YAML; the file cannot be read on from here",
        "{how}", "{how}",
    ),
    "two-documents": say("一个文件只放一份剧本, 这里又开始了一份", "one file holds one document; a second one starts here"),
    "too-deep": say("嵌套超过 {deepest} 层", "nested more than {deepest} levels deep"),
    "too-large": say("展开后超过 {most} 个节点", "expands to more than {most} nodes", "别用 & 和 * 成倍复制", "do not multiply with & and *"),
    "unknown-alias": say("*{name} 没有对应的 &{name}", "*{name} has no &{name} before it"),
    "repeated-key": say("{key} 写了两次", "{key} is written twice", "留一个", "keep one of them"),
    "key-not-text": say("键要是文字", "a key must be a word"),
    "yaml-tag": say("不支持标签 {tag}", "tags such as {tag} are not supported"),
}  # fmt: skip
