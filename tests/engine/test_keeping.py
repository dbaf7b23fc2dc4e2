"""Keys of repeats that stay when a span is edited."""

from hypothesis import given
from hypothesis import strategies as st
from small_books import book, plan_of

from promoplan.engine.keeping import keys_kept, with_keys
from promoplan.model.plan import Plan

SPANS = st.tuples(st.integers(1, 12), st.integers(0, 12)).map(lambda pair: f"D-{sum(pair)}..D-{pair[0]}")


def daily(span: str) -> Plan:
    return plan_of(book([("a", {"every": "day", "in": span})], phases=["all: D-40..D+9"]))


@given(first=SPANS, second=SPANS, third=SPANS)
def test_each_day_has_one_id_through_any_edits(first: str, second: str, third: str) -> None:
    plan, known = daily(first), set[str]()
    for span in (second, third, first):
        after = daily(span)
        keys = keys_kept(plan, after, known)
        assert keys is not None
        now = with_keys(after, keys)
        then = {item.start: item.id for item in plan.items}
        ids = [item.id for item in now.items]
        assert len(set(ids)) == len(ids)
        assert all(then.get(item.start, item.id) == item.id for item in now.items)
        known |= {*then.values()}
        plan = now


def test_the_same_span_keeps_the_keys_of_its_rule() -> None:
    assert keys_kept(daily("D-5..D-1"), daily("D-5..D-1"), ()) == {}


def test_a_later_end_changes_no_key() -> None:
    assert keys_kept(daily("D-5..D-2"), daily("D-5..D-1"), ()) == {}
