"""Damage from a seed: bytes and parts of a playbook that fell out, doubled or changed places."""

import random
from collections.abc import Callable
from typing import Any

import yaml

SNIPPETS = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\t", b"\r", b"\n", b": ", b"- ", b"[", b"{", b"}", b"*a", b"&a ", b"!!x ",
    b"'", b'"', b"#", b"|", b"%", "：".encode(), "\u2028".encode(), b"\xc2\x85", b"---\n", b"9" * 30, b"..", b"D-",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, "", " ", "[", "off", 0, -1, 1.5, 10**17, -(10**17), [], {}, [None], [[]], {"": ""}, {"zh": None}, ["D"],
    "D", "D-9999", "D+99999..D-99999", "D-3660..D+3660", "D 24:00", "D-1wd", "every day", "daily", "mon, thu",
    "after event", "before preheat", "1-9999", "9999d", "1h", "0d", "-1d", "02-29", "2024-02-30", "9999-12-31",
    "ceil(1, 2)", "max(1)", "1 / 0", "sales_target * 10", "((((1))))", "x == 1", "venue == nothing", "\u202e双11",
    "\x1b[31m", "a\nb", "双" * 5000, "Asia/Nowhere", "../../x", "{name}", "{sales_target}", "1e999", "nan",
    {"waves": "1-9999", "gap": "1-9999d", "last": "D"}, {"waves": 3, "gap": "1d", "last": "D"},
    {"rota": ["a"], "shift": "1h", "in": "D-3660..D+3660"}, {"every": "1d", "in": "D-3660..D+3660"},
    {"hours": "09:00-12:00", "zone": "America/Los_Angeles", "in": "D-1..D+1"}, {"if": "x", "then": []},
)  # fmt: skip


def damaged(text: bytes, chance: random.Random) -> bytes:
    """The text with one to three faults of one level."""
    if chance.random() < 0.5:
        for _ in range(chance.randint(1, 3)):
            text = chance.choice(BYTES)(text, chance)
        return text
    data = yaml.load(text, Loader=yaml.BaseLoader)
    for _ in range(chance.randint(1, 3)):
        chance.choice(PARTS)(*_somewhere(data, chance), data, chance)
    written = yaml.dump(data, allow_unicode=True, sort_keys=False)
    return written.encode("utf-8", "surrogatepass")


def _spot(text: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randint(1, 40))


def _flip(text: bytes, chance: random.Random) -> bytes:
    start, _ = _spot(text, chance)
    return text[:start] + bytes([chance.randrange(256)]) + text[start + 1 :]


def _cut(text: bytes, chance: random.Random) -> bytes:
    start, end = _spot(text, chance)
    return text[:start] + text[end:]


def _double(text: bytes, chance: random.Random) -> bytes:
    start, end = _spot(text, chance)
    return text[:end] + text[start:]


def _insert(text: bytes, chance: random.Random) -> bytes:
    start, _ = _spot(text, chance)
    return text[:start] + chance.choice(SNIPPETS) + text[start:]


def _end(text: bytes, chance: random.Random) -> bytes:
    return text[: _spot(text, chance)[0]]


def _swap_lines(text: bytes, chance: random.Random) -> bytes:
    lines = text.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _double, _insert, _end, _swap_lines)


def _somewhere(data: Any, chance: random.Random) -> tuple[Any, Any]:
    """A mapping or list inside the data, and one of its keys."""
    inner = [part for part in _parts(data) if part]
    part = chance.choice(inner) if inner else [None]
    return part, chance.choice(list(part) if isinstance(part, dict) else range(len(part)))


def _parts(data: Any) -> list[Any]:
    if not isinstance(data, dict | list):
        return []
    values = data.values() if isinstance(data, dict) else data
    return [data, *(part for value in values for part in _parts(value))]


def _odd(part: Any, key: Any, _data: Any, chance: random.Random) -> None:
    part[key] = chance.choice(ODD)


def _lose(part: Any, key: Any, _data: Any, _chance: random.Random) -> None:
    del part[key]


def _rename(part: Any, key: Any, _data: Any, chance: random.Random) -> None:
    if isinstance(part, dict):
        part[chance.choice(("", "id", "when", "双", "a b", key + "x"))] = part.pop(key)
    else:
        part.append(part[key])


def _move(part: Any, key: Any, data: Any, chance: random.Random) -> None:
    other, place = _somewhere(data, chance)
    if isinstance(part[key], str):
        other[place] = part[key]


PARTS: tuple[Callable[[Any, Any, Any, random.Random], None], ...] = (_odd, _odd, _lose, _rename, _move)
