"""The year's promotions: dates, how they are known, and the preparation counted back from them."""

from datetime import date
from functools import cache

import pytest

from promoplan.engine.lunar import day_in
from promoplan.engine.overlap import at_once, overlaps
from promoplan.engine.yearbook import Entry, Yearbook, to_type, yearbook
from promoplan.library.promotions import playbooks_of, promotions
from promoplan.model.promotions import Lead, Promotion
from promoplan.rules.yearday import YearDay

KNOWN = promotions()
BOOKS = playbooks_of(KNOWN)


@cache
def book_of(year: int) -> Yearbook:
    return yearbook(year, KNOWN, BOOKS)


def entry_of(year: int, name: str) -> Entry:
    return next(entry for entry in book_of(year).entries if entry.promotion.id == name)


@pytest.mark.parametrize(
    ("name", "year", "opens", "closes", "certainty"),
    [
        ("valentine", 2026, "2026-02-14", "2026-02-14", "fixed"),
        ("spring-open", 2026, "2026-02-17", "2026-02-17", "lunar"),
        ("qixi", 2025, "2025-08-29", "2025-08-29", "lunar"),
        ("new-year-goods", 2026, "2026-01-20", "2026-02-04", "confirm"),
        ("new-year-goods", 2025, "2025-01-04", "2025-01-16", "official"),
        ("new-year-goods", 2099, "2098-12-24", "2099-01-08", "confirm"),
        ("queens-day", 2022, "2022-02-27T20:00:00+08:00", "2022-03-08T23:59:59+08:00", "official"),
        ("queens-day", 2023, "2023-03-08", "2023-03-08", "fixed"),
        ("march-expo", 2022, "2022-03-01T16:00:00+08:00", "2022-04-01T14:59:59+08:00", "official"),
        ("march-expo", 2027, "2027-03-01T16:00:00+08:00", "2027-04-01T14:59:59+08:00", "confirm"),
        ("mid-year", 2024, "2024-05-20T20:00:00+08:00", "2024-06-18", "official"),
        ("mid-year", 2020, "2020-05-25T00:00:00+08:00", "2020-06-20", "official"),
        ("mid-year", 2026, "2026-06-18", "2026-06-18", "fixed"),
        ("september", 2022, "2022-09-01T15:00:00+08:00", "2022-10-01T14:59:00+08:00", "official"),
        ("september", 2019, "2019-09-02", "2019-09-30", "official"),
        ("september", 2026, "2026-09-01T15:00:00+08:00", "2026-10-01T14:59:59+08:00", "confirm"),
        ("double11", 2016, "2016-10-21T00:00:00+08:00", "2016-11-11", "official"),
        ("double11", 2017, "2017-11-11", "2017-11-11", "fixed"),
        ("double11", 2018, "2018-10-20T00:00:00+08:00", "2018-11-11", "official"),
        ("double11", 2021, "2021-10-20T20:00:00+08:00", "2021-11-11", "official"),
        ("double11", 2022, "2022-10-24T20:00:00+08:00", "2022-11-11", "official"),
        ("double11", 2024, "2024-10-14T20:00:00+08:00", "2024-11-11", "official"),
        ("double11", 2025, "2025-10-15T20:00:00+08:00", "2025-11-11", "official"),
        ("double11", 2026, "2026-11-11", "2026-11-11", "fixed"),
        ("double12", 2022, "2022-12-12", "2022-12-12", "fixed"),
        ("year-end", 2023, "2023-12-09T20:00:00+08:00", "2023-12-12", "official"),
        ("year-end", 2024, "2024-12-12", "2024-12-12", "confirm"),
    ],
)
def test_dates_and_how_they_are_known(name: str, year: int, opens: str, closes: str, certainty: str) -> None:
    entry = entry_of(year, name)
    assert entry.opens is not None
    assert entry.closes is not None
    assert (entry.opens.isoformat(), entry.closes.isoformat(), entry.certainty) == (opens, closes, certainty)
    assert bool(entry.source) == (certainty == "official")


@pytest.mark.parametrize(("year", "held"), [(2011, set()), (2022, {"double12"}), (2023, {"year-end"})])
def test_double12_ran_to_2022_and_the_year_end_festival_follows_it(year: int, held: set[str]) -> None:
    assert {entry.promotion.id for entry in book_of(year).entries} & {"double12", "year-end"} == held


def test_a_promotion_that_nothing_is_known_about_gets_no_date() -> None:
    arrivals, ideal = entry_of(2026, "autumn-arrivals"), entry_of(2026, "ideal-life")
    assert (arrivals.opens, arrivals.closes, arrivals.event) == (None, None, None)
    assert arrivals.window == (date(2026, 8, 20), date(2026, 11, 10))
    assert (ideal.opens, ideal.window, ideal.prepare.start, ideal.prepare.end) == (None, None, None, None)
    assert ideal.prepare.days > 0
    assert [entry.opens for entry in book_of(2026).entries[-2:]] == [None, None]


def test_preparation_begins_with_the_first_phase_of_the_playbook() -> None:
    """winback counts 26 working days back: over New Year's Day 2026 and its make-up Sunday, 4 January."""
    prepare = entry_of(2026, "valentine").prepare
    assert (prepare.start, prepare.end, prepare.days) == (date(2026, 1, 9), date(2026, 2, 13), 36)
    assert prepare.phase == BOOKS["winback"].phases[0].title


def test_preparation_ends_before_an_early_opening() -> None:
    assert entry_of(2024, "double11").prepare.end == date(2024, 10, 13)
    assert entry_of(2026, "double11").prepare.end == date(2026, 11, 10)


def test_the_next_year_shows_when_it_must_be_prepared_in_this_one() -> None:
    """The lunar new year of 2025 is early, that of 2027 is not."""
    assert [entry.promotion.id for entry in book_of(2024).ahead] == ["new-year-goods", "spring-open", "march-expo"]
    assert [entry.promotion.id for entry in book_of(2026).ahead] == ["new-year-goods", "march-expo"]
    assert book_of(2099).ahead == ()


def test_overlaps_name_both_and_count_both_ends() -> None:
    found = {(o.first.promotion.id, o.second.promotion.id): o for o in overlaps(book_of(2026).entries)}
    both = found["valentine", "spring-open"]
    assert (both.start, both.end, both.days) == (date(2026, 1, 12), date(2026, 2, 13), 33)
    assert ("valentine", "qixi") not in found
    assert not {name for pair in found for name in pair} & {"autumn-arrivals", "ideal-life"}


def test_how_many_are_prepared_at_once() -> None:
    counts = at_once(entry for entry in book_of(2026).entries if entry.promotion.id in {"valentine", "spring-open"})
    wanted = [(date(2026, 1, 8), 0), (date(2026, 1, 9), 1), (date(2026, 1, 12), 2), (date(2026, 2, 13), 2)]
    assert [(day, counts[day]) for day, _ in wanted] == wanted
    assert counts[date(2026, 2, 16)] == 1


def test_years_without_holidays_are_named() -> None:
    assert book_of(2024).problems == []
    (problem,) = book_of(2027).problems
    assert (problem.code, problem.args["years"]) == ("unknown-year-date", "2027, 2028")


def test_the_line_to_type_carries_what_is_known_of_the_year() -> None:
    assert " ".join(to_type(entry_of(2024, "mid-year"))) == (
        "promoplan init 618 --date 2024-06-18 --name mid-year-2024"
    )
    assert to_type(entry_of(2026, "ideal-life"))[1] == "--date YYYY-MM-DD"


def test_a_stated_lead_serves_where_no_playbook_does() -> None:
    promotion = Promotion.model_validate(
        {
            "id": "fair", "title": "Fair", "market": "tmall", "day": "05-20", "set_by": "calendar", "source": "press",
            "lead": {"days": 30, "reason": "stock takes four weeks"},
        }
    )  # fmt: skip
    (entry,) = yearbook(2026, KNOWN.model_copy(update={"promotions": (promotion,)}), {}).entries
    assert entry.prepare.start == date(2026, 4, 20)
    assert entry.prepare.end == date(2026, 5, 19)
    assert isinstance(promotion.lead, Lead)
    assert (entry.prepare.reason, to_type(entry)) == (promotion.lead.reason, [])


@pytest.mark.parametrize(
    ("day", "year", "found"),
    [
        (YearDay(2, 14), 2026, "2026-02-14"),
        (YearDay(7, 7, True), 2026, "2026-08-19"),
        (YearDay(1, 1, True, -25), 2016, "2016-01-14"),
        (YearDay(1, 1, True, -25), 2025, "2025-01-04"),
    ],
)
def test_days_of_every_year(day: YearDay, year: int, found: str) -> None:
    assert day_in(day, year).isoformat() == found


@pytest.mark.parametrize("year", [2000, 2015, 2033, 2050, 2099])
def test_every_year_the_program_takes_has_a_calendar(year: int) -> None:
    book = book_of(year)
    dated = [entry for entry in book.entries if entry.opens is not None]
    assert len(dated) == 9 + (year >= 2012)
    for entry in dated:
        assert entry.prepare.start is not None
        assert entry.prepare.end is not None
        assert entry.prepare.start <= entry.prepare.end
