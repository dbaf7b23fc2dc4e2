"""What people also write, turned into what the format writes: only where it can mean one thing.

`T-3` · `D-3天` · `D-3WD` · `D-1 8pm` · `2024-11-10T20:00` · `Mon` · `Asia/Beijing` · `UTC+8`
"""

import re

UNITS = {
    "个工作日": "wd", "工作日": "wd", "个月": "mo", "个小时": "h", "小时": "h", "分钟": "min",
    "天": "d", "日": "d", "周": "w", "星期": "w",
}  # fmt: skip
UNIT = re.compile(rf"(?<=\d)\s*({'|'.join(UNITS)}|WD|MIN|MO|D|W|H)(?![A-Za-z])")
COUNTED = re.compile(r"^T(?=\s*(?:[+-]\s*\d|\d\d?:|$))")
TWELVE = re.compile(r"\b(1[0-2]|0?[1-9])(?::([0-5]\d))?\s*([ap])m\b", re.IGNORECASE)
ISO_T = re.compile(r"(?<=\d)T(?=\d)")
OFFSET = re.compile(r"(?:UTC|GMT)([+-])(\d{1,2})(?::00)?$")
FURTHEST_EAST, FURTHEST_WEST = 14, 12


def usual(text: str) -> str:
    """The text as the format writes it; unchanged where there is nothing to turn."""
    text = UNIT.sub(lambda match: UNITS.get(match[1], match[1].lower()), text)
    return ISO_T.sub(" ", TWELVE.sub(_clock, COUNTED.sub("D", text)))


def _clock(match: re.Match[str]) -> str:
    """Noon is 12pm, midnight 12am."""
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def usual_zone(text: str) -> str:
    """The IANA name of a zone: the list has Shanghai for Beijing, and turns the sign of an offset around."""
    if text == "Asia/Beijing":
        return "Asia/Shanghai"
    match = OFFSET.match(text)
    if match is None:
        return text
    hours, is_east = int(match[2]), match[1] == "+"
    if hours == 0:
        return "UTC"
    return (
        f"Etc/GMT{'-' if is_east else '+'}{hours}" if hours <= (FURTHEST_EAST if is_east else FURTHEST_WEST) else text
    )
