"""The year's promotions as JSON."""

from collections.abc import Mapping

from promoplan.engine.overlap import Overlap, overlaps
from promoplan.engine.yearbook import Entry, Yearbook, to_type
from promoplan.exports.records import Record, Texts, dump, stamp
from promoplan.model.playbook import Source


def render(book: Yearbook, market: str | None, sources: Mapping[str, Source], texts: Texts) -> str:
    """Promotions of the year, those of the next that are prepared for in it, overlaps and festivals."""
    return dump(
        {
            "year": book.year,
            "market": market,
            "promotions": [_entry(entry, texts) for entry in book.entries],
            "next_year": [_entry(entry, texts) for entry in book.ahead],
            "overlaps": [_overlap(each) for each in overlaps((*book.entries, *book.ahead))],
            "festivals": [
                {"title": texts.of(festival.title), "date": day.isoformat(), "source": festival.source}
                for festival, day in book.festivals
            ],
            "sources": {name: texts.of(source.title) for name, source in sources.items()},
            "unknown_holidays": list(book.unknown_years),
        }
    )


def _entry(entry: Entry, texts: Texts) -> Record:
    promotion, prepare = entry.promotion, entry.prepare
    is_official = entry.certainty == "official"
    schedule = entry.schedule
    return {
        "id": f"{promotion.id}-{entry.year}",
        "promotion": promotion.id,
        "title": texts.of(promotion.title),
        "market": promotion.market,
        "start": stamp(entry.opens),
        "end": stamp(entry.closes),
        "between": [day.isoformat() for day in entry.window] if entry.window else None,
        "zone": promotion.zone,
        "certainty": entry.certainty,
        "confirm": None if is_official else texts.of(promotion.confirm),
        "source": entry.source if is_official else promotion.source,
        "note": texts.of(schedule.note if schedule and schedule.note else promotion.note),
        "prepare": {
            "start": stamp(prepare.start),
            "end": stamp(prepare.end),
            "days": prepare.days,
            "first_phase": texts.of(prepare.phase),
            "reason": texts.of(prepare.reason),
        },
        "playbook": promotion.playbook.name if promotion.playbook else None,
        "playbook_note": texts.of(promotion.playbook.note) if promotion.playbook else None,
        "command": " ".join(to_type(entry)) or None,
    }


def _overlap(found: Overlap) -> Record:
    return {
        "promotions": [f"{entry.promotion.id}-{entry.year}" for entry in (found.first, found.second)],
        "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "days": found.days,
    }
