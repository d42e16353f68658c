"""Steps are done once: prefixes, stop and resume, previews."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from app.engine.events import NodeProgressed
from app.sdk import Context, Picture
from tests.engine.toys import Bench, Call, Sheet, Sum


def adding(numbers: str, start: int = 0) -> Sheet:
    sheet = Sheet()
    sheet.add("fold", "Fold", numbers=numbers, start=start)
    return sheet


def progress(bench: Bench) -> list[NodeProgressed]:
    return [event for event in bench.events if isinstance(event, NodeProgressed)]


def test_a_fold_does_all_its_steps_and_tells_of_each(bench: Bench) -> None:
    assert bench.run(adding("1 2 3")) == ["Fold", "first", "step:0", "step:1", "step:2"]
    assert bench.value("fold") == 6
    assert [(event.step, event.total) for event in progress(bench)] == [(1, 3), (2, 3), (3, 3)]


def test_only_the_steps_after_a_change_are_done(bench: Bench) -> None:
    bench.run(adding("1 2 3 4"))
    assert bench.run(adding("1 2 30 4")) == ["Fold", "step:2", "step:3"]
    assert bench.value("fold") == 37
    assert [(event.step, event.total) for event in progress(bench)] == [(2, 4), (3, 4), (4, 4)]


def test_a_longer_fold_goes_on_where_the_shorter_one_ended(bench: Bench) -> None:
    bench.run(adding("1 2"))
    assert bench.run(adding("1 2 3")) == ["Fold", "step:2"]
    assert bench.run(adding("1")) == ["Fold"]
    assert bench.value("fold") == 1


def test_another_start_shares_no_steps(bench: Bench) -> None:
    bench.run(adding("1 2"))
    assert "step:0" in bench.run(adding("1 2", start=5))
    assert bench.value("fold") == 8


def test_another_environment_shares_no_steps(bench: Bench) -> None:
    bench.run(adding("1 2"))
    bench.device.shape = "other"
    assert "step:0" in bench.run(adding("1 2"))


def test_a_fold_without_steps_gives_its_first_state(bench: Bench) -> None:
    assert bench.run(adding("", start=9)) == ["Fold", "first"]
    assert bench.value("fold") == 9


class Slow(Sum):
    """A fold during which the user presses Stop after some steps."""

    def __init__(self, numbers: Sequence[int], stop: threading.Event, after: int) -> None:
        super().__init__(0, numbers)
        self._stop = stop
        self._after = after

    def step(self, index: int, state: int) -> int:
        if index + 1 == self._after:
            self._stop.set()
        return super().step(index, state)


def test_stop_ends_within_one_step_and_the_next_run_goes_on_from_there(bench: Bench) -> None:
    def work(ctx: Context) -> int:
        return ctx.fold(Slow([1, 2, 3, 4], bench.stop, after=2))

    Call.work = work
    sheet = Sheet()
    sheet.add("call", "Call")
    assert bench.run(sheet) == ["Call", "first", "step:0", "step:1"]
    assert bench.finished.stopped
    bench.stop = threading.Event()
    Call.work = lambda ctx: ctx.fold(Sum(0, [1, 2, 3, 4]))
    assert bench.run(sheet) == ["Call", "step:2", "step:3"]
    assert bench.value("call") == 10


class Seen(Sum):
    """A fold that notes which states were looked at."""

    def __init__(self, numbers: Sequence[int], looks: list[int]) -> None:
        super().__init__(0, numbers)
        self._looks = looks

    def preview(self, index: int, state: int) -> Picture | None:
        self._looks.append(index)
        return super().preview(index, state)


def test_previews_are_few_but_the_last_step_has_one(bench: Bench) -> None:
    looks: list[int] = []
    Call.work = lambda ctx: ctx.fold(Seen([1] * 500, looks))
    sheet = Sheet()
    sheet.add("call", "Call")
    bench.run(sheet)
    assert looks[-1] == 499
    assert len(looks) < 100
    assert progress(bench)[-1].preview is not None


def test_states_leave_the_cache_before_results(tmp_path: Path) -> None:
    bench = Bench(tmp_path, budget=8 * 4)
    sheet = adding("1 2 3 4 5 6 7")
    sheet.add("n", "Number", value=77)
    bench.run(sheet)
    assert bench.value("n") == 77
    assert bench.value("fold") == 28
    assert bench.run(adding("1 2 3 4 5 6 8")) == ["Fold", "step:6"]


def test_progress_of_a_mapped_node_counts_over_all_items(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("count", "Count", limit=3)
    sheet.add("square", "Square", {"number": "count"})
    bench.run(sheet)
    assert [(event.step, event.total) for event in progress(bench)] == [(1, 3), (2, 3), (3, 3)]
