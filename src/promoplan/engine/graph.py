"""What hangs on what: the order in which dates can be found, and the loops that leave none."""

from collections.abc import Iterator, Mapping, Sequence

from promoplan.model.playbook import Playbook
from promoplan.rules import condition
from promoplan.rules.cases import Cases
from promoplan.rules.point import EVENT, MONTH

Graph = Mapping[str, Sequence[str]]


def dates_graph(playbook: Playbook) -> Graph:
    """Each anchor, phase and task with the names its dates hang on."""
    graph: dict[str, list[str]] = {}
    for name, anchor in playbook.anchors.items():
        graph[name] = [ref.name for ref in anchor.at.refs()]
        asked = [anchor.condition] if anchor.condition else []
        asked += [text for _, text in anchor.at.conditions()] if isinstance(anchor.at, Cases) else []
        others = (other for text in asked for other, _, _ in condition.names(condition.parse(text)))
        graph[name] += [other for other in others if other in playbook.anchors]
    for phase in playbook.phases:
        graph[phase.id] = [ref.name for ref in phase.when.refs()]
        if phase.inside:
            graph[phase.id].append(phase.inside)
    for task in playbook.tasks:
        graph[task.id] = [task.phase, *(ref.name for ref in task.when.refs())] if task.when else [task.phase]
    return {name: [ref for ref in refs if ref not in {EVENT, MONTH}] for name, refs in graph.items()}


def needs_graph(playbook: Playbook) -> Graph:
    """Each task with the tasks it waits for: what it needs, and what its dates hang on."""
    tasks = {task.id for task in playbook.tasks}
    hangs = dates_graph(playbook)
    return {task.id: [name for name in (*task.needs, *hangs[task.id]) if name in tasks] for task in playbook.tasks}


def order(graph: Graph) -> list[str]:
    """Every name after the names it hangs on, loops aside. Without recursion: chains may be long."""
    done: dict[str, bool] = {}
    found: list[str] = []
    for root in graph:
        stack = [root]
        while stack:
            name = stack[-1]
            if name in done or name not in graph:
                stack.pop()
                if name in graph and not done[name]:
                    done[name] = True
                    found.append(name)
                continue
            done[name] = False
            stack += [ref for ref in reversed(graph[name]) if ref not in done]
    return found


def loops(graph: Graph) -> Iterator[list[str]]:
    """Each loop once, as `[a, b, a]`."""
    state: dict[str, int] = {}
    for root in graph:
        if root in state:
            continue
        path: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = [(root, iter(graph[root]))]
        path.append(root)
        state[root] = 1
        while stack:
            name, refs = stack[-1]
            ref = next(refs, None)
            if ref is None:
                state[name] = 2
                stack.pop()
                path.pop()
            elif state.get(ref) == 1:
                yield [*path[path.index(ref) :], ref]
            elif ref in graph and ref not in state:
                state[ref] = 1
                path.append(ref)
                stack.append((ref, iter(graph[ref])))
