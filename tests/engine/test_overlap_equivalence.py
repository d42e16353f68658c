"""Random graphs come out the same with and without work beside the device."""

from __future__ import annotations

import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.events import (
    Event,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodesCached,
    NodesSkipped,
    NodeStarted,
)
from tests.engine.side_toys import side_bench
from tests.engine.test_equivalence import ends
from tests.engine.toys import Bench, Sheet

HOW = (*("give",) * 6, "fail", "break", "exit")
NUMBERS = {"Fetch": "integer", "Number": "integer", "Add": "integer", "Switch": "integer"}
WORDS = {"Look": "text", "Word": "text", "Encode": "text"}
LISTS = {"Count": "integer"}


def put(data: st.DataObject, sheet: Sheet, index: int, folder: Path) -> None:
    """A random node in place ``index``, fed by nodes before it."""
    draw = data.draw
    kinds = {id: node.type.removeprefix("loom.") for id, node in sheet.nodes.items()}

    def one_of(outputs: dict[str, str]) -> list[str]:
        return [f"{id}.{outputs[kind]}" for id, kind in kinds.items() if kind in outputs]

    numbers, words, lists = one_of(NUMBERS), one_of(WORDS), one_of(LISTS)
    sources = ("Fetch", "Fetch", "Number", "Word", "Look", "Count")
    later = ("Add", "Put", "Put", "Put", "Encode", "Switch", "Fetch")
    kind = draw(st.sampled_from(later if numbers else sources[:3]) | st.sampled_from(sources))
    number = st.sampled_from(numbers or ["-"])
    values = {name: draw(strategy) for name, strategy in values_of(kind, folder).items()}
    wires: dict[str, Any] = {}
    match kind:
        case "Add":
            wires = {"first": draw(number), "second": draw(number)}
        case "Put":
            wires = {"number": draw(st.sampled_from(numbers + lists))}
        case "Encode":
            wires = {"number": draw(number)}
        case "Switch":
            wires = {"left": draw(number), "right": draw(number)}
            if words and draw(st.booleans()):
                wires["choice"] = draw(st.sampled_from(words))
    sheet.add(f"n{index}", kind, wires, **values)


def values_of(kind: str, folder: Path) -> dict[str, st.SearchStrategy[Any]]:
    """What the parameters of a kind may be."""
    paths = [str(folder / f"{number}.txt") for number in range(3)]
    strategies: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "Fetch": {"value": st.integers(0, 3), "how": st.sampled_from(HOW)},
        "Number": {"value": st.integers(0, 3)},
        "Word": {"text": st.sampled_from(("left", "right", "neither"))},
        "Look": {"path": st.sampled_from(paths)},
        "Count": {"limit": st.integers(0, 3)},
        "Put": {"how": st.sampled_from(HOW)},
    }
    return strategies.get(kind, {})


def story(events: list[Event]) -> dict[str, list[Any]]:
    """What was told of every node, in order, without times."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for event in events:
        for node, told in _told(event):
            found[node].append(told)
    return dict(found)


def _told(event: Event) -> Iterator[tuple[str, Any]]:
    match event:
        case NodeStarted():
            yield event.node, ("started", event.reasons)
        case NodeProgressed():
            yield event.node, ("progressed", event.step, event.total)
        case NodeFinished():
            results = {n: p for n, p in event.results.items() if n != "files"}
            yield event.node, ("finished", results, event.summaries, event.reasons)
        case NodeFailed():
            yield event.node, ("failed", event.message)
        case NodesCached():
            for node, found in event.results.items():
                results = {n: p for n, p in found.items() if n != "files"}
                yield node, ("cached", results, node in event.elsewhere)
        case NodesSkipped():
            yield from ((node, ("skipped", event.cause)) for node in event.nodes)


def outcome(bench: Bench, sheet: Sheet, folder: Path) -> tuple[Any, ...]:
    """What a run did: what it ran, told, wrote, and how it ended."""
    ran = bench.run(sheet, *ends(sheet))
    told = story(bench.events)
    written = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    end = bench.finished
    return ran, told, written, end.ok, end.stopped, end.files


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_run_comes_out_the_same_with_work_beside_the_device(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets = []
        for _ in range(2):
            sheet = Sheet()
            for index in range(data.draw(st.integers(1, 10))):
                put(data, sheet, index, folder)
            sheets += [sheet, sheet]
        found = []
        for beside in (False, True):
            bench, pool = side_bench(folder, beside=beside)
            found.append([outcome(bench, sheet, folder) for sheet in sheets])
            pool.close(1.0)
            for path in folder.iterdir():
                path.unlink()
        assert found[0] == found[1]


class Interrupting(list[Event]):
    """Events; the user presses Stop when so and so many were told."""

    def __init__(self, stop: threading.Event, after: int) -> None:
        super().__init__()
        self._stop = stop
        self._after = after

    def append(self, event: Event) -> None:
        super().append(event)
        if len(self) == self._after:
            self._stop.set()


@settings(max_examples=80, deadline=None)
@given(st.data(), st.integers(1, 20))
def test_what_a_stopped_run_has_written_is_whole_and_not_written_again(
    data: st.DataObject, after: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, other, sheet = Path(name, "one"), Path(name, "other"), Sheet()
        folder.mkdir()
        other.mkdir()
        for index in range(data.draw(st.integers(3, 10))):
            put(data, sheet, index, Path(name))
        bench, pool = side_bench(folder, beside=True)
        bench.events = Interrupting(bench.stop, after)
        bench.run(sheet, *ends(sheet))
        written = set(folder.iterdir())
        bench.events = []
        bench.stop.clear()
        bench.run(sheet, *ends(sheet))
        pool.close(1.0)
        assert written <= {Path(file) for file in bench.finished.files}
        fresh, _ = side_bench(other, beside=False)
        fresh.run(sheet, *ends(sheet))
        assert fresh.failures() == bench.failures()
        texts = [[Path(f).read_text("utf-8") for f in b.finished.files] for b in (bench, fresh)]
        assert texts[0] == texts[1]
