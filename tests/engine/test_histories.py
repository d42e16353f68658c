"""What nodes did is remembered for each graph, also over a restart, and never trusted too much."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.events import NodeFinished
from app.engine.histories import Histories
from app.engine.lowering import lower
from app.engine.reasons import explained
from tests.engine.test_folding import Slow
from tests.engine.test_reasons import Named
from tests.engine.toys import Bench, Call, Sheet


def reasons(folder: Path, sheet: Sheet, graph: str) -> dict[str, str]:
    """Why the nodes of a graph ran, in a program that has just started."""
    bench = Bench(folder)
    bench.runner.histories = Histories(folder / "history")
    bench.runner.run(1, replace(lower(sheet.snapshot(), bench.kinds), graph=graph), bench.stop)
    done = [event for event in bench.events if isinstance(event, NodeFinished)]
    return {event.node: explained(event.reasons, event.step_reasons) for event in done}


def adding(plus: int) -> Sheet:
    """A number and a sum."""
    sheet = Sheet()
    sheet.add("number", "Number", value=2)
    sheet.add("add", "Add", {"first": "number"}, plus=plus)
    return sheet


@pytest.fixture
def graph(tmp_path: Path) -> str:
    """The path of a graph; the file itself is never touched."""
    return str(tmp_path / "a.loom")


def test_a_new_start_knows_what_the_last_one_did(tmp_path: Path, graph: str) -> None:
    reasons(tmp_path, adding(1), graph)
    told = reasons(tmp_path, adding(5), graph)
    assert told["add"] == "ran because plus changed from 1 to 5"
    assert told["number"] == "ran because its result was no longer kept"


def test_graphs_are_told_apart_although_their_nodes_have_the_same_ids(
    tmp_path: Path, graph: str
) -> None:
    reasons(tmp_path, adding(1), graph)
    other = reasons(tmp_path, adding(5), str(tmp_path / "b.loom"))
    assert other["add"] == "ran because it had not run before"


def test_graphs_without_a_file_leave_nothing_behind(tmp_path: Path) -> None:
    reasons(tmp_path, adding(1), "untitled 1")
    assert not (tmp_path / "history").exists()


def test_of_many_graphs_those_in_use_are_not_forgotten() -> None:
    histories = Histories()
    used, unused = histories.of("used"), histories.of("unused")
    for n in range(300):
        histories.of(f"graph {n}")
        histories.of("used")
        histories.save()
    assert histories.of("used") is used
    assert histories.of("unused") is not unused


def test_steps_are_remembered_as_well(tmp_path: Path, graph: str) -> None:
    call = Sheet()
    call.add("call", "Call", salt=1)
    Call.work = lambda ctx: ctx.fold(Named([1, 1, 1]))
    reasons(tmp_path, call, graph)
    call.add("call", "Call", salt=2)
    Call.work = lambda ctx: ctx.fold(Named([1, 1, 2]))
    told = reasons(tmp_path, call, graph)["call"]
    assert told == (
        "ran because salt changed from 1 to 2; "
        "steps 0 to 1 ran because what they gave was no longer kept; "
        "step 2 ran because number changed from 1 to 2"
    )


def test_a_stopped_run_is_remembered(tmp_path: Path, graph: str) -> None:
    call = Sheet()
    call.add("call", "Call")
    bench = Bench(tmp_path)
    bench.runner.histories = Histories(tmp_path / "history")
    Call.work = lambda ctx: ctx.fold(Slow([1, 2, 3], bench.stop, after=1))
    bench.runner.run(1, replace(lower(call.snapshot(), bench.kinds), graph=graph), bench.stop)
    Call.work = lambda ctx: ctx.fold(Named([1, 2, 3]))
    told = reasons(tmp_path, call, graph)["call"]
    assert told.startswith("ran because it did not finish the last time")


PIECES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"format": 1}', "\x00"])
def test_a_damaged_history_is_forgotten(tmp_path: Path, graph: str, text: str) -> None:
    reasons(tmp_path, adding(1), graph)
    (file,) = (tmp_path / "history").iterdir()
    file.write_text(text, "utf-8")
    assert reasons(tmp_path, adding(5), graph)["add"] == "ran because it had not run before"
    assert reasons(tmp_path, adding(6), graph)["add"] == "ran because plus changed from 5 to 6"


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 5), piece=PIECES)
def test_a_history_that_was_tampered_with_breaks_no_run(
    tmp_path_factory: pytest.TempPathFactory, place: int, piece: object
) -> None:
    folder = tmp_path_factory.mktemp("history")
    graph = str(folder / "a.loom")
    reasons(folder, adding(1), graph)
    (file,) = (folder / "history").iterdir()
    stored = json.loads(file.read_text("utf-8"))
    stored["attempts"]["add"][place] = piece
    file.write_text(json.dumps(stored), "utf-8")
    assert reasons(folder, adding(5), graph)["add"].startswith("ran because")


def test_where_nothing_can_be_written_a_run_goes_on(tmp_path: Path, graph: str) -> None:
    (tmp_path / "history").write_text("a file in the way", "utf-8")
    assert reasons(tmp_path, adding(1), graph)["add"] == "ran because it had not run before"
