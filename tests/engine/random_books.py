"""Small playbooks made at random from the forms that rules may take."""

from typing import Any

from hypothesis import strategies as st
from small_books import anchor, book

from promoplan.model.playbook import Playbook

Draw = st.DrawFn

PLAIN_SHIFTS = ("", "-9d", "-3d", "+2d", "-2w", "+5h", "-90min")
CALENDAR_SHIFTS = (*PLAIN_SHIFTS, "-4wd", "+3wd")
TIMES = ("", "", " 09:30", " 20:00", " 24:00")
STEADY_EVERY = ("day", "2d", "3d", "week", "2w")
WEEKLY_EVERY = (*STEADY_EVERY, "mon", "tue, fri", "workday")
EVERY = (*WEEKLY_EVERY, "month")
FORMS = ("side", "point", "span", "repeat", "waves", "side", "hours", "rota", "open", "side")
CHANGES = ("+1d", "+3d", "+1w", "+2h", "+30min", "")


class Forms:
    """Which forms may come up.

    `steady` ones give as many slots wherever the event falls. `weekly` ones do so when the event moves by whole
    weeks and no holidays count. The rest has literal dates, calendar months, other zones and launches too.
    """

    def __init__(self, kind: str) -> None:
        self.is_steady = kind == "steady"
        self.is_free = kind == "free"
        self.shifts = PLAIN_SHIFTS if self.is_steady else CALENDAR_SHIFTS
        self.every = STEADY_EVERY if self.is_steady else EVERY if self.is_free else WEEKLY_EVERY
        self.rolls = ("none",) if self.is_steady else ("none", "none", "back", "forward")


STEADY, WEEKLY, FREE = Forms("steady"), Forms("weekly"), Forms("free")


def points(forms: Forms, anchors: list[str], spans: list[str]) -> st.SearchStrategy[str]:
    """`D-3d`, `presale 20:00`, `p1.end+2d`."""
    bases = ["D", "D", *anchors, *(f"{span}.{edge}" for span in spans for edge in ("start", "end"))]
    written = st.tuples(st.sampled_from(bases), st.sampled_from(forms.shifts), st.sampled_from(TIMES)).map("".join)
    if not forms.is_free:
        return written
    literal = st.sampled_from(("2024-02-29", "2024-10-01 20:00", "2024-12-31+2d", "month.start", "month.end-1d"))
    zoned = st.sampled_from(("D 00:00 America/Los_Angeles", "D-3 09:00 Europe/Berlin", "D+1 24:00 UTC"))
    return st.one_of(written, written, literal, zoned)


@st.composite
def spans_of(draw: Draw, forms: Forms, anchors: list[str], spans: list[str]) -> str:
    """A span with an end; now and then one that ends before it starts."""
    if draw(st.booleans()) and spans:
        return draw(st.sampled_from(spans))
    if seldom(draw):
        return f"{draw(points(forms, anchors, spans))}..{draw(points(forms, anchors, spans))}"
    last = draw(st.integers(0, 9))
    return f"D-{last + draw(st.integers(0, 20))}{draw(st.sampled_from(('', ' 20:00')))}..D-{last}"


@st.composite
def rules(draw: Draw, forms: Forms, anchors: list[str], phases: list[str], tasks: list[str]) -> Any:
    """One rule of any form, without a choice."""
    spans = [*phases, *tasks]
    span = spans_of(forms, anchors, spans)
    match draw(st.sampled_from(FORMS)):
        case "point":
            return draw(points(forms, anchors, spans))
        case "span":
            return draw(span)
        case "open":
            return f"{draw(points(forms, anchors, spans))}.."
        case "side":
            side, name = draw(st.sampled_from(("after", "after", "before"))), draw(st.sampled_from([*spans, "D"]))
            change = draw(st.sampled_from(CHANGES if forms.is_steady else (*CHANGES, "+2wd")))
            return f"{side} {name} {change.replace('+', '-') if side == 'before' else change}".strip()
        case "repeat":
            return {"every": draw(st.sampled_from(forms.every)), "in": draw(span)}
        case "hours":
            markets = ("10:00-12:00", "22:00-02:00", "09:00-12:00 America/Los_Angeles", "09:00-12:00 Europe/Berlin")
            hours = draw(st.lists(st.sampled_from(markets[:2] if forms is WEEKLY else markets), min_size=1, max_size=2))
            return {"every": draw(st.sampled_from(forms.every)), "in": draw(span), "hours": hours}
        case "waves":
            count, gap = draw(st.sampled_from(("1", "2-3", "3-4"))), draw(st.sampled_from(("2d", "4-5d")))
            return {"waves": count, "gap": gap, "last": draw(st.sampled_from(("D", "D-1 20:00"))), "in": draw(span)}
    peaks = {"in": "D-1..D", "hours": ["09:00-10:00", "23:00-01:00"]}
    window = draw(st.sampled_from(("D-1 09:00..D 24:00", "D", "D-2 18:00..D-1 03:00")))
    rota = {"rota": ["A", "B", "C"], "shift": draw(st.sampled_from(("5h", "8h"))), "in": window}
    return {**rota, "peaks": peaks} if draw(st.booleans()) else rota


@st.composite
def books(draw: Draw, forms: Forms = FREE) -> Playbook:
    """Two anchors, up to three phases and up to six tasks that hang on them and on each other."""
    anchors = ["presale", "wave"]
    at = {name: draw(points(forms, anchors[:number], [])) for number, name in enumerate(anchors)}
    phases: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 3))):
        span = draw(spans_of(forms, anchors, [phase["id"] for phase in phases]))
        phases.append({"id": f"p{number}", "when": span, **_phase_more(draw, phases)})
    tasks: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 6))):
        names = [[phase["id"] for phase in phases], [task["id"] for task in tasks]]
        when = None if seldom(draw) else draw(rules(forms, anchors, *names))
        if seldom(draw):
            when = [{"if": "live or not presale", "then": when or "D"}, draw(rules(forms, anchors, *names))]
        tasks.append({"id": f"t{number}", "when": when, **_task_more(draw, names[0], forms)})
    return book(
        draw(st.permutations(tasks)),
        phases,
        anchors={name: anchor(rule, optional=name == "presale") for name, rule in at.items()},
        inputs={"live": {"type": "flag", "title": "Live", "default": "no"}},
        features={"card": {"title": "Card", "expected": "2024-11 early"}},
    )


def seldom(draw: Draw) -> bool:
    """One time in seven."""
    return draw(st.integers(1, 7)) == 5


def _phase_more(draw: Draw, phases: list[dict[str, Any]]) -> dict[str, Any]:
    more: dict[str, Any] = {}
    if draw(st.booleans()) and phases:
        more["in"] = draw(st.sampled_from([phase["id"] for phase in phases]))
    if seldom(draw):
        more["if"] = draw(st.sampled_from(("live", "presale", "not live")))
    return more


def _task_more(draw: Draw, phases: list[str], forms: Forms) -> dict[str, Any]:
    more: dict[str, Any] = {"phase": draw(st.sampled_from(phases)), "roll": draw(st.sampled_from(forms.rolls))}
    if forms.is_free and seldom(draw):
        more["features"] = ["card"]
    if seldom(draw):
        more["if"] = draw(st.sampled_from(("live", "presale", "not live")))
    return more
