"""Names that point at other parts of the playbook."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any

from promoplan.engine import graph
from promoplan.engine.dates import parts
from promoplan.errors import Path, Problem
from promoplan.errors.near import near
from promoplan.model.playbook import Playbook
from promoplan.rules.base import Ref
from promoplan.rules.moments import is_window
from promoplan.rules.point import EVENT, MONTH
from promoplan.rules.span import Span

Link = tuple[str, str, str]
"""Section, field, and the kind of thing the field names."""

LINKS: tuple[Link, ...] = (
    ("phases", "inside", "phase"),
    ("phases", "gate", "task"),
    ("phases", "source", "source"),
    ("tasks", "phase", "phase"),
    ("tasks", "board", "board"),
    ("tasks", "roles", "role"),
    ("tasks", "needs", "task"),
    ("merged", "roles", "role"),
    ("merged", "to", "role"),
    ("tasks", "features", "feature"),
    ("tasks", "segments", "segment"),
    ("tasks", "scripts", "script"),
    ("tasks", "metrics", "metric"),
    ("tasks", "avoids", "redline"),
    ("tasks", "source", "source"),
    ("scripts", "phase", "phase"),
    ("scripts", "segments", "segment"),
    ("scripts", "source", "source"),
    ("redlines", "instead", "task"),
    ("redlines", "phases", "phase"),
    ("redlines", "source", "source"),
    ("inputs", "source", "source"),
    ("figures", "source", "source"),
    ("features", "source", "source"),
)

KEYS = {"inside": "in"}
"""Fields that the file calls otherwise."""


def known_names(playbook: Playbook) -> dict[str, Collection[str]]:
    """The ids of each kind of thing."""
    return {
        "phase": [phase.id for phase in playbook.phases],
        "task": {task.id: None for task in playbook.tasks},
        "board": playbook.boards,
        "role": playbook.roles,
        "feature": playbook.features,
        "segment": playbook.segments,
        "script": playbook.scripts,
        "metric": playbook.metrics,
        "redline": playbook.redlines,
        "source": playbook.sources,
    }


def references(playbook: Playbook) -> Iterator[Problem]:
    """Roles, phases, boards, tasks … that do not exist."""
    known = known_names(playbook)
    for section, field, kind in LINKS:
        for path, entry in entries(getattr(playbook, section), section):
            for place, name in _named(getattr(entry, field), (*path, KEYS.get(field, field))):
                bare = re.split("[,\uff0c]", name)[0].strip() if kind == "source" else name
                if bare not in known[kind]:
                    yield Problem(f"unknown-{kind}", {"name": bare}, place, near=near(bare, known[kind]))


def entries(section: Any, name: str) -> Iterator[tuple[Path, Any]]:
    """The entries of a list or mapping with their paths."""
    pairs = section.items() if isinstance(section, dict) else enumerate(section)
    return (((name, key), entry) for key, entry in pairs)


def _named(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif value:
        yield from (((*path, number), name) for number, name in enumerate(value))


def repeated_ids(playbook: Playbook) -> Iterator[Problem]:
    """Anchors, phases and tasks share one name space: rules refer to any of them."""
    seen = {EVENT, MONTH}
    for part in parts(playbook):
        path = part.path[:-1] if part.kind == "anchor" else (*part.path[:-1], "id")
        if part.id in seen:
            yield Problem("repeated-id", {"name": part.id}, path)
        seen.add(part.id)
    for part in parts(playbook):
        for number, name in enumerate(part.entity.formerly):
            if name in seen:
                yield Problem("repeated-id", {"name": name}, (*part.path[:-1], "formerly", number))
            seen.add(name)


def _refs(playbook: Playbook) -> Iterator[tuple[Path, Ref]]:
    for part in parts(playbook):
        when = part.rule
        yield from ((part.path, ref) for ref in when.refs()) if when is not None else ()


def anchor_bases(playbook: Playbook) -> Iterator[Problem]:
    """Anchors hang on the event or on other anchors: conditions must know which are held before anything is dated."""
    for path, ref in _refs(playbook):
        if path[0] == "anchors" and ref.name not in {EVENT, MONTH, *playbook.anchors}:
            known = [EVENT, *playbook.anchors]
            yield Problem("anchor-base", {"name": ref.name}, path, ref.offset, near=near(ref.name, known))


def edges(playbook: Playbook) -> Iterator[Problem]:
    """Names in rules: they must exist, and a span used as a point must say which end."""
    windows = {name for name, anchor in playbook.anchors.items() if is_window(anchor.at)}
    spans = windows | {phase.id for phase in playbook.phases} | {task.id for task in playbook.tasks} | {MONTH}
    known = {EVENT, *playbook.anchors, *spans}
    bare = _bare(playbook)
    for path, ref in _refs(playbook):
        if ref.name not in known and path[0] != "anchors":
            yield Problem("unknown-anchor", {"name": ref.name}, path, ref.offset, near=near(ref.name, known))
        elif ref.name in spans and not ref.edge and (path, ref) not in bare:
            yield Problem("needs-edge", {"name": ref.name}, path, ref.offset)


def _bare(playbook: Playbook) -> set[tuple[Path, Ref]]:
    """References that stand for a whole reach: `when: preheat`, `{every: mon, in: preheat}`."""
    found = set()
    for part in parts(playbook):
        for span in _spans(part.rule):
            if span.is_whole_name() and not span.is_open:
                found |= {(part.path, ref) for ref in span.refs()}
    return found


def _spans(rule: Any) -> Iterator[Span]:
    """Every span inside a rule, however it is nested."""
    if isinstance(rule, Span):
        yield rule
    elif isinstance(rule, tuple):
        for inner in rule:
            yield from _spans(inner)
    elif hasattr(type(rule), "model_fields"):
        for name in type(rule).model_fields:
            yield from _spans(getattr(rule, name))


def loops(playbook: Playbook) -> Iterator[Problem]:
    """Tasks, phases and anchors that wait for each other, shown as `a → b → a`; a name with two owners proves none."""
    owners = Counter(part.id for part in parts(playbook))
    places = {part.id: part.path for part in parts(playbook)}
    seen: set[frozenset[str]] = set()
    finders: tuple[Callable[[Playbook], graph.Graph], ...] = (graph.dates_graph, graph.needs_graph)
    for make in finders:
        for loop in graph.loops(make(playbook)):
            if frozenset(loop) not in seen and all(owners[name] == 1 for name in loop):
                seen.add(frozenset(loop))
                yield Problem("loop", {"chain": " → ".join(loop)}, places[loop[0]])
