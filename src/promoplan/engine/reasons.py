"""Why an item has other dates, in words: what it hangs on, or who moved it."""

from promoplan.engine.moving import Change, Comparison
from promoplan.engine.words import Words
from promoplan.model.plan import Dropped
from promoplan.text import Text


def reason(change: Change, found: Comparison, words: Words) -> str:
    """The rule of an item, and what bent it; of one that leaves the plan what is missing."""
    item = change.item
    if change.kind == "dropped":
        entry = next((each for each in found.after.dropped if each.id == item.card.task), None)
        return _missing(entry, found, words) if entry else words.say("规则排不出这一次", "the rule gives one less")
    if item.state.is_pinned:
        return words.say("钉住", "pinned") if change.kind == "pinned" else words.say("单独移动", "moved by itself")
    if item.steps and item.steps[-1].kind == "roll":
        return words.say(f"{item.card.rule}, 避开休息日", f"{item.card.rule}, off a rest day")
    return words.safe(item.card.rule)


def _missing(entry: Dropped, found: Comparison, words: Words) -> str:
    titles = {anchor.id: anchor.title for anchor in found.before.anchors}
    titles |= {phase.id: phase.title for phase in found.before.phases}
    name = words.of(titles.get(entry.because, Text.same(entry.because)))
    match entry.cause:
        case "anchor" | "phase":
            return words.say(f"没有“{name}”", f"no {name}")
        case "feature":
            return words.say(f"功能 {name} 上线太晚", f"the feature {name} comes too late")
        case _:
            return words.say(f"不再符合 {name}", f"no longer {name}")
