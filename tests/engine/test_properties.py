"""What holds of every plan, whatever the playbook."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_books import FREE, STEADY, WEEKLY, books
from small_books import ids, plan_of

from promoplan.engine.expand import expand
from promoplan.model.options import Options, Value
from promoplan.model.plan import Item, PhaseSpan, Plan
from promoplan.model.playbook import Playbook
from promoplan.rules.span import Span
from promoplan.rules.stamp import Stamp, closing, is_moment, opening
from promoplan.workdays import WEEKENDS

EVENTS = st.dates(date(2019, 1, 1), date(2026, 12, 31))
CHOICES = st.fixed_dictionaries({}, optional={"live": st.booleans()})
ANCHORS = st.fixed_dictionaries(
    {}, optional={"presale": st.sampled_from((None, date(2024, 10, 14))), "wave": st.just(date(2024, 10, 31))}
)

tried = settings(
    derandomize=True,
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def later(stamp: Stamp | None, change: timedelta) -> Stamp | None:
    return stamp + change if stamp is not None else None


def spans(plan: Plan) -> list[PhaseSpan | Item]:
    return [*plan.phases, *plan.items]


def dates(plan: Plan, change: timedelta = timedelta()) -> list[tuple[str, Stamp | None, Stamp | None]]:
    """Every anchor, phase and item of a plan with its dates, moved."""
    anchors = [(anchor.id, later(anchor.at, change), None) for anchor in plan.anchors]
    return [*anchors, *((span.id, later(span.start, change), later(span.end, change)) for span in spans(plan))]


@tried
@given(playbook=books(WEEKLY), event=EVENTS, weeks=st.integers(-60, 60), inputs=CHOICES)
def test_moving_the_event_by_whole_weeks_moves_every_date_by_whole_weeks(
    playbook: Playbook, event: date, weeks: int, inputs: Mapping[str, Value]
) -> None:
    change = timedelta(weeks=weeks)
    here = plan_of(playbook, event, inputs=inputs, workdays=WEEKENDS)
    there = plan_of(playbook, event + change, inputs=inputs, workdays=WEEKENDS)
    assert dates(there) == dates(here, change)
    assert there.dropped == here.dropped


@tried
@given(playbook=books(STEADY), event=EVENTS, other=EVENTS, inputs=CHOICES)
def test_any_move_of_the_event_keeps_the_ids(
    playbook: Playbook, event: date, other: date, inputs: Mapping[str, Value]
) -> None:
    here, there = plan_of(playbook, event, inputs=inputs), plan_of(playbook, other, inputs=inputs)
    assert sorted(ids(there.items)) == sorted(ids(here.items))
    assert there.dropped == here.dropped


@tried
@given(playbook=books(FREE), event=EVENTS, inputs=CHOICES, anchors=ANCHORS)
def test_no_two_items_have_one_id(
    playbook: Playbook, event: date, inputs: Mapping[str, Value], anchors: Mapping[str, Stamp | None]
) -> None:
    found = ids(plan_of(playbook, event, inputs=inputs, anchors=anchors).items)
    assert len(set(found)) == len(found)


@tried
@given(playbook=books(FREE), event=EVENTS, inputs=CHOICES, anchors=ANCHORS)
def test_nothing_ends_before_it_starts(
    playbook: Playbook, event: date, inputs: Mapping[str, Value], anchors: Mapping[str, Stamp | None]
) -> None:
    plan = plan_of(playbook, event, inputs=inputs, anchors=anchors)
    for span in spans(plan):
        if span.end is not None:
            assert is_moment(span.start) == is_moment(span.end)
            assert span.start <= span.end
            assert span.last_day(plan.zone) >= opening(span.start, plan.zone).date()


@tried
@given(playbook=books(FREE), event=EVENTS, inputs=CHOICES)
def test_what_comes_after_a_thing_starts_when_that_has_ended(
    playbook: Playbook, event: date, inputs: Mapping[str, Value]
) -> None:
    plan = plan_of(playbook, event, inputs=inputs)
    rules = {task.id: task.when for task in playbook.tasks if task.roll != "back"}
    for item in plan.items:
        rule = rules.get(item.card.task)
        if isinstance(rule, Span) and rule.start.edge == "after" and rule.start.base != "D":
            assert opening(item.start, plan.zone) >= ended(rule.start.base, plan)


def ended(name: str, plan: Plan) -> Stamp:
    """The last moment of a phase or of all items of a task."""
    ends = [item.end for item in plan.items if item.card.task == name]
    ends += [phase.end for phase in plan.phases if phase.id == name]
    return max(closing(end, plan.zone) for end in ends if end is not None)


@tried
@given(playbook=books(FREE), event=EVENTS, inputs=CHOICES, anchors=ANCHORS)
def test_equal_choices_give_equal_plans_in_whatever_order_they_are_given(
    playbook: Playbook, event: date, inputs: Mapping[str, Value], anchors: Mapping[str, Stamp | None]
) -> None:
    plan = expand(playbook, Options(event, anchors, inputs))
    assert expand(playbook, Options(event, anchors, inputs)) == plan
    turned = Options(event, dict(reversed(list(anchors.items()))), dict(reversed(list(inputs.items()))))
    assert expand(playbook.model_copy(deep=True), turned) == plan


@tried
@given(playbook=books(FREE), event=EVENTS, inputs=CHOICES, anchors=ANCHORS)
def test_every_task_is_planned_dropped_or_told_of(
    playbook: Playbook, event: date, inputs: Mapping[str, Value], anchors: Mapping[str, Stamp | None]
) -> None:
    plan = plan_of(playbook, event, inputs=inputs, anchors=anchors)
    planned, left = {item.card.task for item in plan.items}, set(ids(plan.dropped))
    assert planned.isdisjoint(left)
    assert {item.card.phase for item in plan.items} <= set(ids(plan.phases))
    told = {problem.path[1] for problem in plan.problems if problem.path[:1] == ("tasks",)}
    silent = [
        task for number, task in enumerate(playbook.tasks) if task.id not in planned | left and number not in told
    ]
    assert all("every" in str(task.when) for task in silent)
