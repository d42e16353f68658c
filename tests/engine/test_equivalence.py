"""Random graphs under random edits: always the right values, and never one node too many.

Values are compared with a run on an empty cache. What runs is compared with a model that knows
nothing of keys: it evaluates the graph by plain recursion and remembers which calls it has seen.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.events import NodeFinished, NodesCached
from app.sdk.fingerprint import fingerprint
from tests.engine.toys import Bench, Sheet, counted

KINDS = ("Number", "Add", "Parity", "Join", "Switch", "Divide", "Word")
NUMBERS = ("Number", "Add", "Parity", "Switch", "Divide")


class Failed(Exception):
    """The node, or one that it depends on, gives nothing."""


class Model:
    """What should happen: the calls seen so far, and those that a run adds."""

    def __init__(self) -> None:
        self.seen: set[tuple[Any, ...]] = set()

    def run(self, sheet: Sheet) -> tuple[dict[str, Any], list[str]]:
        """Values by node (None where it fails), and the kinds that run, sorted."""
        self._sheet, self._values, self._ran = sheet, dict[str, Any](), list[str]()
        for id in ends(sheet):
            self._value(id)
        return self._values, sorted(self._ran)

    def _value(self, id: str) -> Any:
        if id not in self._values:
            try:
                self._values[id] = self._evaluate(id)
            except Failed:
                self._values[id] = None
        return self._values[id]

    def _evaluate(self, id: str) -> Any:
        node, wires = self._sheet.nodes[id], self._sheet.wires[id]
        kind = node.type.removeprefix("loom.")
        given: dict[str, Any] = dict(node.parameters)
        if "choice" in wires:
            given["choice"] = self._value(wires["choice"][0].node)
        names = [n for n in wires if n != "choice"]
        if kind == "Switch":
            if given["choice"] not in ("left", "right"):
                raise Failed
            names = [given["choice"]]
        fed = {name: [self._value(source.node) for source in wires[name]] for name in names}
        if any(value is None for values in fed.values() for value in values):
            raise Failed
        inputs = tuple((name, tuple(values)) for name, values in sorted(fed.items()))
        call = (kind, tuple(sorted(given.items())), inputs)
        if call not in self.seen:
            self._ran.append(kind)
        result = WORK[kind](given, {name: values[0] for name, values in fed.items()}, fed)
        self.seen.add(call)
        return result


def _divide(given: dict[str, Any], one: dict[str, Any], many: dict[str, list[Any]]) -> int:
    if given["by"] == 0:
        raise Failed
    return int(one["number"] // given["by"])


Work = Callable[[dict[str, Any], dict[str, Any], dict[str, list[Any]]], Any]
WORK: dict[str, Work] = {
    "Number": lambda given, one, many: given["value"],
    "Add": lambda given, one, many: one["first"] + one.get("second", 0) + given["plus"],
    "Parity": lambda given, one, many: one["number"] % 2,
    "Join": lambda given, one, many: ",".join(map(str, many["numbers"])),
    "Switch": lambda given, one, many: one[given["choice"]],
    "Divide": _divide,
    "Word": lambda given, one, many: given["text"],
}


def ends(sheet: Sheet) -> list[str]:
    """The nodes that feed nothing: what a plain run makes."""
    fed = {s.node for wires in sheet.wires.values() for sources in wires.values() for s in sources}
    return [id for id in sheet.nodes if id not in fed]


def random_sheet(data: st.DataObject) -> Sheet:
    """A graph of a few nodes."""
    sheet = Sheet()
    for index in range(data.draw(st.integers(2, 9))):
        put(data, sheet, index)
    return sheet


def put(data: st.DataObject, sheet: Sheet, index: int) -> None:
    """A random node in place ``index``, fed by nodes before it."""
    draw = data.draw
    before = [f"n{i}" for i in range(index)]
    kinds = {id: sheet.nodes[id].type.removeprefix("loom.") for id in before}
    numbers = [id for id in before if kinds[id] in NUMBERS]
    words = [id for id in before if kinds[id] in ("Join", "Word")]
    kind = draw(st.sampled_from(KINDS if numbers else ("Number", "Word")))
    number = st.sampled_from(numbers or ["-"])
    wires: dict[str, Any] = {}
    values: dict[str, Any] = {}
    match kind:
        case "Number":
            values["value"] = draw(st.integers(0, 3))
        case "Add":
            wires["first"], values["plus"] = draw(number), draw(st.integers(0, 1))
            if draw(st.booleans()):
                wires["second"] = draw(number)
        case "Parity" | "Divide":
            wires["number"] = draw(number)
            values |= {"by": draw(st.integers(0, 2))} if kind == "Divide" else {}
        case "Join":
            wires["numbers"], values["between"] = (
                draw(st.lists(number, min_size=1, max_size=3)),
                ",",
            )
        case "Switch":
            wires |= {"left": draw(number), "right": draw(number)}
            values["choice"] = draw(st.sampled_from(("left", "right")))
            if words and draw(st.booleans()):
                wires["choice"] = draw(st.sampled_from(words))
        case "Word":
            values["text"] = draw(st.sampled_from(("left", "right")))
    sheet.add(f"n{index}", kind, wires, **values)


def edit(data: st.DataObject, sheet: Sheet) -> None:
    """Change a value of one node; its kind and wires stay."""
    id = data.draw(st.sampled_from(sorted(sheet.nodes)))
    node = sheet.nodes[id]
    kind, values = node.type.removeprefix("loom."), dict(node.parameters)
    changes: dict[str, tuple[str, st.SearchStrategy[Any]]] = {
        "Number": ("value", st.integers(0, 3)),
        "Add": ("plus", st.integers(0, 2)),
        "Divide": ("by", st.integers(0, 2)),
        "Word": ("text", st.sampled_from(("left", "right"))),
        "Switch": ("choice", st.sampled_from(("left", "right"))),
    }
    if kind in changes:
        name, values_of = changes[kind]
        wires = sheet.wires[id]
        sheet.add(id, kind, {}, **{**values, name: data.draw(values_of)})
        sheet.wires[id] = wires


def results(bench: Bench) -> dict[str, Mapping[str, str]]:
    """Fingerprints of everything that came out of the last run."""
    found: dict[str, Mapping[str, str]] = {}
    for event in bench.events:
        if isinstance(event, NodesCached):
            found.update(event.results)
        elif isinstance(event, NodeFinished):
            found[event.node] = event.results
    return found


def check(bench: Bench, sheet: Sheet, wanted: Mapping[str, Any], folder: Path) -> None:
    """Compare the last run with the model, and with a run on an empty cache."""
    found = results(bench)
    first = {id: next(iter(prints.values())) for id, prints in found.items()}
    values = {id: value[0] if isinstance(value, tuple) else value for id, value in wanted.items()}
    assert first == {id: fingerprint(v) for id, v in values.items() if v is not None}
    fresh = Bench(folder)
    fresh.run(sheet)
    assert results(fresh) == found
    assert fresh.failures() == bench.failures()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_run_is_right_and_runs_what_the_model_says(data: st.DataObject) -> None:
    sheet, model = random_sheet(data), Model()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for _ in range(data.draw(st.integers(1, 6))):
            wanted, runs = model.run(sheet)
            assert sorted(counted(bench.run(sheet)).elements()) == runs
            check(bench, sheet, wanted, Path(folder))
            edit(data, sheet)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from([0, 8, 20, 60]))
def test_a_small_budget_changes_no_value(data: st.DataObject, budget: int) -> None:
    sheet, model = random_sheet(data), Model()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), budget)
        for _ in range(4):
            bench.run(sheet)
            check(bench, sheet, model.run(sheet)[0], Path(folder))
            edit(data, sheet)
