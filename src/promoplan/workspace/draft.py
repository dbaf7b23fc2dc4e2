"""The text of a new `campaign.yaml`, written for the people who will edit it."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from promoplan.model.playbook import Playbook
from promoplan.text import STEERING, Lang, one_line

Comment = tuple[str, str]

WORD = re.compile(r"(?!(?:true|false|null)$)[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff./+%-]*", re.IGNORECASE)
UNREADABLE = re.compile(f"{STEERING.pattern}|[\x7f\xa0\u2000-\u200f\ufeff\ufff0-\uffff]")
"""What is not written as it is."""
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?%?|\d{4}-\d\d-\d\d")
"""Numbers and dates that read back as they were written."""

TOP: Comment = (
    "活动计划, 可以手改。改完运行 promoplan today 就会生效; 写错了会指出哪一行。",
    "A campaign. Edit it by hand if you like: the next command follows, or points at the faulty line.",
)
ANCHORS: Comment = (
    "平台公布的时间; none 表示今年没有。没写的按剧本推算。",
    "Times the platform announced; none means not this year. The playbook assumes the others.",
)
PEOPLE: Comment = ("谁负责: 角色: [名字]", "Who does it: role: [names]")
CALENDAR: Comment = (
    "自己的放假和补班, 例如 off: [2027-10-01], work: [2027-10-09]",
    "Your own days off and days worked, such as off: [2027-10-01], work: [2027-10-09]",
)


def text(
    playbook: Playbook,
    *,
    name: str,
    identity: str,
    created: datetime,
    event: date,
    anchors: Mapping[str, str],
    inputs: Mapping[str, str],
    people: Mapping[str, Iterable[str]],
    lang: Lang,
) -> str:
    """The file as it is first written."""
    lines = [
        _comment(TOP, lang),
        "format: 1",
        f"name: {quoted(name)}",
        f"id: {quoted(identity)}",
        f"created: {quoted(created.isoformat(timespec='seconds'))}",
        f"playbook: {{name: {quoted(playbook.playbook)}, version: {quoted(playbook.version)}}}",
        f"event: {event}",
        _comment(ANCHORS, lang),
        *_mapping("anchors", {key: scalar(value) for key, value in anchors.items()}, playbook, lang),
        *_mapping("inputs", {key: scalar(value) for key, value in inputs.items()}, playbook, lang),
        _comment(PEOPLE, lang),
        *_mapping("people", {k: f"[{', '.join(map(quoted, names))}]" for k, names in people.items()}, playbook, lang),
        _comment(CALENDAR, lang),
        "calendar: {off: [], work: []}",
    ]
    return "\n".join(lines) + "\n"


def _comment(comment: Comment, lang: Lang) -> str:
    return f"# {comment[lang == 'en']}"


def _mapping(key: str, values: Mapping[str, str], playbook: Playbook, lang: Lang) -> list[str]:
    if not values:
        return [f"{key}: {{}}"]
    titles = {
        **{name: anchor.title for name, anchor in playbook.anchors.items()},
        **{name: field.title for name, field in playbook.inputs.items()},
        **playbook.roles,
    }
    return [f"{key}:", *(f"  {name}: {value}  # {one_line(titles[name].of(lang))}" for name, value in values.items())]


def quoted(text: str) -> str:
    """A text for a file that a person will read: as it is where it reads back as a text, else in quotes.

    What a reader of YAML refuses, or a person cannot see, is written as an escape; YAML has no half surrogate pairs.
    """
    if WORD.fullmatch(text):
        return text
    return UNREADABLE.sub(lambda match: f"\\U{ord(match[0]):08x}", json.dumps(text, ensure_ascii=False))


def scalar(text: str) -> str:
    """A value that may be a number or a date."""
    return text if NUMBER.fullmatch(text) else quoted(text)
