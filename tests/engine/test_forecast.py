"""What a run would cost, told without doing any of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.engine.forecast import Forecast
from app.engine.lowering import lower
from app.engine.paces import Paces
from app.sdk import Context, Node, param
from tests.engine.toys import RAN, Bench, Sheet, Sum

_LOADING = 0.2
"""Seconds that weights take to come."""


class _Late(Sum):
    """Asks for weights in its steps."""

    def __init__(self, start: int, ctx: Context) -> None:
        super().__init__(start, [1, 2])
        self._ctx = ctx

    def step(self, index: int, state: int) -> int:
        self._ctx.weights("handle")
        return super().step(index, state)


class Loaded(Node):
    """Waits for weights before its steps and in them, and is quick otherwise."""

    in_steps = True

    value: int = param(default=0, low=0, high=9, tip="Any number.")

    def run(self, ctx: Context) -> int:
        ctx.weights("handle")
        return ctx.fold(_Late(self.value, ctx))


def forecast(bench: Bench, sheet: Sheet, **options: Any) -> Forecast:
    """What running the sheet would cost; at most what is quick is tried."""
    RAN.clear()
    plan = lower(sheet.snapshot(), bench.kinds, **options)
    found = bench.runner.forecast(plan, bench.stop)
    assert not {name.partition(":")[0] for name in RAN} & {"step", "first", "Save", "Fold"}
    return found


def nodes(found: Forecast) -> list[str]:
    return [node.node for node in found.nodes]


@pytest.fixture
def sheet() -> Sheet:
    sheet = Sheet()
    sheet.add("number", "Number", value=4)
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 3 4")
    sheet.add("sum", "Add", {"first": "fold"})
    return sheet


def test_everything_counts_before_the_first_run(bench: Bench, sheet: Sheet) -> None:
    found = forecast(bench, sheet)
    assert nodes(found) == ["number", "fold", "sum"]
    assert found.seconds is None
    assert not found.certain


def test_after_a_run_there_is_nothing_to_do(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    assert forecast(bench, sheet) == Forecast()


def test_only_the_steps_after_a_late_change_count(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 9 4 5")
    found = forecast(bench, sheet)
    assert (found.steps, found.total) == (3, 5)
    assert nodes(found) == ["fold", "sum"]
    assert found.certain


def test_a_forecast_is_what_the_run_then_does(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 9 4 5")
    steps = forecast(bench, sheet).steps
    assert sum(name.startswith("step:") for name in bench.run(sheet)) == steps


def test_a_result_whose_bytes_are_gone_is_made_again_only_where_it_is_needed(
    bench: Bench, sheet: Sheet
) -> None:
    bench.run(sheet)
    bench.cache.limit(0)
    assert forecast(bench, sheet) == Forecast()
    sheet.add("sum", "Add", {"first": "fold"}, plus=1)
    assert nodes(forecast(bench, sheet)) == ["number", "fold", "sum"]


def test_a_node_that_is_known_to_be_quick_is_tried(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    sheet.add("number", "Number", value=5)
    sheet.add("other", "Number", value=5)
    bench.run(sheet, "other")
    sheet.nodes.pop("other")
    sheet.wires.pop("other")
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 3 4", steps=99)
    plan = lower(sheet.snapshot(), bench.kinds)
    found = bench.runner.forecast(plan, bench.stop)
    assert (found.steps, found.total, found.certain) == (4, 4, True)


def test_behind_an_unknown_result_steps_are_counted_as_declared(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    for value in range(9):
        bench.runner.paces.note("loom.Number", value, 9.0, 0, 0.0)
    bench.runner.paces.note("loom.Number", 0, 9.0, 0, 0.0)
    sheet.add("number", "Number", value=5)
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 3 4", steps=4)
    found = forecast(bench, sheet)
    assert (found.steps, found.total) == (4, 4)
    assert not found.certain


def test_what_a_switch_does_not_take_does_not_count(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("left", "Number", value=1)
    sheet.add("right", "Number", value=2)
    sheet.add("word", "Word", text="left")
    sheet.add("switch", "Switch", {"choice": "word", "left": "left", "right": "right"})
    bench.run(sheet)
    sheet.add("right", "Number", value=3)
    assert forecast(bench, sheet) == Forecast()


def test_what_cannot_run_costs_nothing(bench: Bench, sheet: Sheet) -> None:
    sheet.add("lost", "Add")
    sheet.add("last", "Add", {"first": "lost"})
    assert nodes(forecast(bench, sheet, targets=["last"])) == []


def test_a_switch_waits_for_its_word_though_one_side_cannot_run(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("lost", "Add")
    sheet.add("right", "Number", value=2)
    sheet.add("word", "Word", text="right")
    sheet.add("switch", "Switch", {"left": "lost", "right": "right", "choice": "word"})
    assert "word" in nodes(forecast(bench, sheet))


def test_what_comes_after_a_node_that_is_refused_costs_nothing(bench: Bench, sheet: Sheet) -> None:
    bench.run(sheet)
    sheet.add("number", "Number", value=10**10)
    assert nodes(forecast(bench, sheet)) == []


def test_a_saved_file_that_is_gone_is_written_again(bench: Bench, tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.add("number", "Number", value=1)
    sheet.add("save", "Save", {"number": "number"})
    bench.run(sheet)
    assert forecast(bench, sheet) == Forecast()
    (tmp_path / "saved.txt").unlink()
    assert nodes(forecast(bench, sheet)) == ["save"]


def test_seconds_come_from_the_runs_before(bench: Bench, sheet: Sheet) -> None:
    for number in range(40):
        bench.runner.paces.note("loom.Number", number, 1.0, 0, 0.0)
        bench.runner.paces.note("loom.Add", number, 0.5, 0, 0.0)
        bench.runner.paces.note("loom.Steps", number, 9.0, 4, 8.0)
    bench.run(sheet)
    sheet.add("fold", "Steps", {"start": "number"}, numbers="1 2 9 4")
    found = forecast(bench, sheet)
    paces = bench.runner.paces
    fold, add = paces.pace("loom.Steps", None), paces.pace("loom.Add", None)
    assert fold is not None
    assert add is not None
    assert found.seconds == pytest.approx(fold.seconds(2) + add.apart)


def test_a_node_that_once_had_to_load_is_not_expected_to_load_again() -> None:
    paces = Paces()
    paces.note("kind", 100, seconds=12.0, steps=2, in_steps=2.0)
    paces.note("kind", 100, seconds=2.5, steps=2, in_steps=2.0)
    pace = paces.pace("kind", 100)
    assert pace is not None
    assert pace.seconds(4) == pytest.approx(4.5)


def test_loading_weights_is_not_counted_as_work(
    bench: Bench, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:

    def slow(handle: Any, check: Callable[[], None]) -> Any:
        """Weights that are not there yet."""
        time.sleep(_LOADING)

    monkeypatch.setattr(bench.device, "weights", slow)
    bench.kinds.add(Loaded)
    sheet.add("loaded", "Loaded", value=3)
    bench.run(sheet, "loaded")
    pace = bench.runner.paces.pace("loom.Loaded", 0)
    assert pace is not None
    assert max(pace.apart, pace.each) < _LOADING / 2


def test_larger_pictures_have_a_pace_of_their_own() -> None:
    paces = Paces()
    paces.note("kind", 2**20, seconds=8.0, steps=0, in_steps=0.0)
    paces.note("kind", 2**16, seconds=1.0, steps=0, in_steps=0.0)
    large, unknown = paces.pace("kind", 2**20 - 5), paces.pace("kind", 2**30)
    assert large is not None
    assert unknown is not None
    assert (large.apart, unknown.apart) == (8.0, 1.0)


def test_paces_outlive_the_program_on_the_same_device(tmp_path: Path) -> None:
    paces = Paces(tmp_path / "paces")
    paces.turn_to("one device")
    paces.note("kind", 0, seconds=1.0, steps=0, in_steps=0.0)
    paces.save()
    again = Paces(tmp_path / "paces")
    again.turn_to("one device")
    assert again.pace("kind", 0) == paces.pace("kind", 0)
    assert again.pace("kind", None) == paces.pace("kind", 0)
    again.turn_to("another device")
    assert again.pace("kind", 0) is None


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format": 1}', b"\xff", b"[" * 10_000])
def test_damaged_paces_are_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "paces").write_bytes(content)
    paces = Paces(tmp_path / "paces")
    paces.turn_to("device")
    assert paces.pace("kind", 0) is None
