"""What is installed: pins that cover the README's two lines, bounds that hold them, a licence."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [
    line
    for line in (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
PINNED = {canonicalize_name(Requirement(line).name): str(Requirement(line).specifier)[2:] for line in PINS}
DIRECT = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]


@pytest.mark.parametrize("wanted", DIRECT, ids=lambda wanted: wanted.name)
def test_the_pin_lies_within_the_bounds(wanted: Requirement) -> None:
    assert wanted.specifier.contains(PINNED[canonicalize_name(wanted.name)])


@pytest.mark.parametrize("wanted", DIRECT, ids=lambda wanted: wanted.name)
def test_every_library_has_a_lowest_release(wanted: Requirement) -> None:
    assert [bound.operator for bound in wanted.specifier if bound.operator == ">="] == [">="]


def brought(wanted: Requirement, seen: set[str]) -> Iterator[str]:
    """All that a requirement brings along on this machine, itself included; of other releases than the pinned
    ones, which the gate tries too, nothing is asked."""
    name = canonicalize_name(wanted.name)
    if name in seen:
        return
    seen.add(name)
    yield name
    try:
        lines = requires(name) if version(name) == PINNED.get(name) else None
    except PackageNotFoundError:  # for another system
        return
    for line in map(Requirement, lines or ()):
        if line.marker is None or any(line.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
            yield from brought(line, seen)


def test_all_that_comes_along_is_pinned() -> None:
    seen: set[str] = set()
    names = {name for wanted in DIRECT for name in brought(wanted, seen)}
    assert {canonicalize_name(wanted.name) for wanted in DIRECT} <= names
    assert names - set(PINNED) == set(), "the head of .ci/constraints.txt says how it is made"


@pytest.mark.parametrize("line", PINS)
def test_a_pin_is_a_name_and_a_version(line: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+==[0-9.]+( ; [a-z_]+ [!=]= '\w+')?", line)


def test_both_lines_of_the_readme_take_the_pins() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    installs = re.findall(r"^.*venv/bin/pip install (.*?) &&", readme, re.MULTILINE)
    assert installs == ["-q -c .ci/constraints.txt .", "-q -c .ci/constraints.txt -e '.[dev]'"]


def test_the_licence_travels_with_the_program() -> None:
    (name,) = PROJECT["license-files"]
    assert PROJECT["license"] == "MIT"
    assert (
        (ROOT / name).read_text(encoding="utf-8").startswith("MIT License\n\nCopyright (c) 2026 promoplan contributors")
    )
