"""Every node that ran can say why, and every one that did not, why not."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.engine.events import NodeFinished, NodesCached
from app.engine.reasons import ENGLISH, explained, limited, reason
from app.sdk import Context
from tests.engine.test_folding import Slow
from tests.engine.toys import Bench, Call, Sheet, Sum


def sheet(value: int = 4, plus: int = 10) -> Sheet:
    """number -> parity -> add -> save"""
    made = Sheet()
    made.add("number", "Number", value=value)
    made.add("parity", "Parity", {"number": "number"})
    made.add("add", "Add", {"first": "parity"}, plus=plus)
    made.add("save", "Save", {"number": "add"})
    return made


def finished(bench: Bench, node: str) -> NodeFinished:
    """The event that told the end of a node's work."""
    return next(e for e in bench.events if isinstance(e, NodeFinished) and e.node == node)


def why(bench: Bench, node: str) -> str:
    """Why a node ran in the last run, or why it did not."""
    for event in reversed(bench.events):
        if isinstance(event, NodesCached) and node in event.results:
            return event.reason(node).text()
        if isinstance(event, NodeFinished) and event.node == node:
            return explained(event.reasons, event.step_reasons)
    raise AssertionError(f"{node} neither ran nor was found")


def test_the_first_time_is_told_as_such(bench: Bench) -> None:
    bench.run(sheet())
    assert why(bench, "add") == "ran because it had not run before"


def test_a_changed_value_is_told_with_what_it_was(bench: Bench) -> None:
    bench.run(sheet(plus=10))
    bench.run(sheet(plus=11))
    assert why(bench, "add") == "ran because plus changed from 10 to 11"


def test_what_changed_is_named_in_the_language_of_the_window(bench: Bench) -> None:
    bench.run(sheet(plus=10))
    changed = sheet(plus=11)
    changed.wire("add", "second", "number")
    bench.run(changed)
    labels = {"plus": "加数", "second": "第二"}
    told = explained(finished(bench, "add").reasons, (), lambda text: labels.get(text, text))
    assert told == "ran because 加数 changed from 10 to 11 and 第二 was connected"
    assert why(bench, "save") == "ran because what comes in on number changed"
    assert why(bench, "parity") == "found: nothing that it depends on changed"


def test_what_was_done_before_is_told_apart_from_what_did_not_change(bench: Bench) -> None:
    bench.run(sheet(plus=10), "add")
    bench.run(sheet(plus=11), "add")
    bench.run(sheet(plus=10), "add")
    assert why(bench, "add").startswith("found: the same work was done before")
    twin = sheet(plus=10)
    twin.add("twin", "Add", {"first": "parity"}, plus=10)
    bench.run(twin, "twin", "add")
    assert why(bench, "twin").startswith("found: the same work was done before")
    assert why(bench, "add") == "found: nothing that it depends on changed"


def test_a_new_title_is_no_change(bench: Bench) -> None:
    bench.run(sheet(), "add")
    named = sheet()
    named.add("add", "Add", {"first": "parity"}, plus=10, title="Sum")
    bench.run(named, "add")
    assert why(bench, "add") == "found: nothing that it depends on changed"


def test_several_causes_are_told_together(bench: Bench) -> None:
    bench.run(sheet(value=4))
    changed = sheet(value=5, plus=3)
    changed.wire("add", "second", "number")
    bench.run(changed)
    told = "plus changed from 10 to 3, what comes in on first changed and second was connected"
    assert why(bench, "add") == f"ran because {told}"


def test_no_more_than_three_causes_are_told() -> None:
    causes = [reason("ParameterAltered", name=name) for name in "abcde"]
    told = explained(limited(causes))
    assert told == "ran because a changed, b changed and 3 more changes"
    assert len(limited(causes[:3])) == 3


def test_a_wired_value_is_told_like_one_on_the_node(bench: Bench) -> None:
    bench.run(sheet(plus=10), "add")
    wired = sheet()
    wired.add("much", "Number", value=12)
    wired.wire("add", "plus", "much")
    bench.run(wired, "add")
    assert why(bench, "add") == "ran because plus changed from 10 to 12"


def test_a_cut_wire_is_told(bench: Bench) -> None:
    both = sheet()
    both.wire("add", "second", "number")
    bench.run(both, "add")
    bench.run(sheet(), "add")
    assert why(bench, "add") == "ran because second was disconnected"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("cat", "dog", 'text changed from "cat" to "dog"'),
        ("cat", "", 'text changed from "cat" to ""'),
        ("cat", "a cat " * 20, "text changed"),
        ("cat", "two\nlines", "text changed"),
    ],
)
def test_long_texts_are_not_repeated(bench: Bench, before: str, after: str, told: str) -> None:
    for text in (before, after):
        word = Sheet()
        word.add("word", "Word", text=text)
        bench.run(word)
    assert why(bench, "word") == f"ran because {told}"


def test_a_changed_and_a_lost_file_are_told(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("one", "utf-8")
    reader = Sheet()
    reader.add("read", "Read", path=str(path))
    bench.run(reader)
    path.write_text("another", "utf-8")
    bench.run(reader)
    assert why(bench, "read") == "ran because a file or model that it reads was changed"
    bench.run(sheet())
    (tmp_path / "saved.txt").unlink()
    bench.run(sheet())
    assert why(bench, "save") == "ran because the file that it wrote is gone or was changed"


def test_another_device_and_another_version_are_told(bench: Bench) -> None:
    bench.run(sheet(), "parity")
    bench.device.shape = "other"
    bench.run(sheet(), "parity")
    assert why(bench, "parity") == "ran because the device, its settings or a library changed"
    kind = bench.kinds.node_class("loom.Parity")
    assert kind is not None
    old = kind.spec
    try:
        kind.spec = replace(old, version=old.version + 1)
        bench.run(sheet(), "parity")
        told = f"nodes of this kind work otherwise since version {old.version + 1}"
        assert why(bench, "parity") == f"ran because {told}"
        kind.spec = replace(kind.spec, content="edited")
        bench.run(sheet(), "parity")
        told = "the file that describes nodes of this kind was changed"
        assert why(bench, "parity") == f"ran because {told}"
    finally:
        kind.spec = old


def test_a_value_that_had_to_leave_is_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, budget=500)
    large = Sheet()
    for seed in range(6):
        large.add(f"b{seed}", "Bytes", seed=seed)
    bench.run(large)
    large.add("length", "Length", {"data": "b0"})
    bench.run(large, "length")
    assert why(bench, "b0") == "ran because its result was no longer kept"


def test_a_node_that_failed_says_so_when_it_runs_again(bench: Bench) -> None:
    divided = Sheet()
    divided.add("number", "Number", value=4)
    divided.add("call", "Call")

    def broken(ctx: Context) -> int:
        raise ValueError("no")

    Call.work = broken
    bench.run(divided, "call")
    assert "call" in bench.failures()
    Call.work = lambda ctx: 3
    bench.run(divided, "call")
    assert why(bench, "call") == "ran because it did not finish the last time"


def test_reasons_are_worded_in_another_language() -> None:
    german = {
        "Because": "lief, weil {causes}",
        "ParameterChanged": "{name} von {before} auf {after} geändert wurde",
        "StepsRan": "Schritte {first} bis {last} liefen, weil {cause}",
        "PartEndsEarlier": "{part} früher endet",
        "LastOfSeveral": "{others} und {last}",
    }
    changed = reason("ParameterChanged", name="cfg", before="7", after="6.5")
    ends = reason("PartEndsEarlier", part="control 2")
    steps = [reason("StepsRan", first=18, last=29, cause=ends)]
    by_english = {ENGLISH[id]: template for id, template in german.items()}
    told = explained([changed, changed], steps, lambda text: by_english.get(text, text))
    assert told == (
        "lief, weil cfg von 7 auf 6.5 geändert wurde und cfg von 7 auf 6.5 geändert wurde; "
        "Schritte 18 bis 29 liefen, weil control 2 früher endet"
    )
    assert steps[0].text() == "steps 18 to 29 ran because control 2 ends earlier"


def test_reasons_cross_to_another_process(bench: Bench) -> None:
    bench.run(sheet(plus=10))
    bench.run(sheet(plus=11))
    told = [event for event in bench.events if isinstance(event, NodeFinished | NodesCached)]
    assert pickle.loads(pickle.dumps(told)) == told


class Named(Sum):
    """A fold that names what acts in its steps; a number acts in a step if it is not 0."""

    def __init__(self, numbers: Sequence[int], start: int = 0) -> None:
        super().__init__(start, numbers)

    def start_parts(self) -> Mapping[str, str]:
        return {"start": self.origin}

    def parts(self, index: int) -> Mapping[str, str]:
        number = self._numbers[index]
        return {"sum": "always", **({"number": str(number)} if number else {})}


def folding(bench: Bench, *folds: Sum) -> NodeFinished:
    """Run a node that does these folds."""
    Call.work = lambda ctx: sum(ctx.fold(f, n, len(folds)) for n, f in enumerate(folds))
    folding.salt += 1  # type: ignore[attr-defined]
    call = Sheet()
    call.add("call", "Call", salt=folding.salt)  # type: ignore[attr-defined]
    bench.run(call)
    return finished(bench, "call")


folding.salt = 0  # type: ignore[attr-defined]


def steps_of(event: NodeFinished) -> tuple[int, int, str]:
    """Steps that were kept and that ran, and what is told of them."""
    return event.steps_reused, event.steps_run, explained((), event.step_reasons)


def test_a_first_fold_has_nothing_to_explain(bench: Bench) -> None:
    assert steps_of(folding(bench, Named([1, 1, 1]))) == (0, 3, "")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([1, 1, 1, 1], [1, 1, 2, 2], "number changed from 1 to 2"),
        ([1, 1, 1, 0], [1, 1, 0, 0], "number ends earlier"),
        ([1, 1, 0, 0], [1, 1, 1, 0], "number ends later"),
        ([0, 0, 1, 1], [0, 0, 0, 1], "number starts later"),
        ([0, 0, 0, 1], [0, 0, 1, 1], "number starts earlier"),
        ([0, 0, 0, 0], [0, 0, 1, 1], "number was added"),
        ([0, 0, 1, 0], [0, 0, 0, 0], "number was removed"),
        ([1, 1], [1, 1, 1, 1], "the last run ended before"),
    ],
)
def test_the_first_step_that_differs_says_what_differs(
    bench: Bench, before: list[int], after: list[int], told: str
) -> None:
    folding(bench, Named(before))
    kept, ran, text = steps_of(folding(bench, Named(after)))
    assert (kept, ran) == (2, 2)
    assert text == f"steps 0 to 1 were kept; steps 2 to 3 ran because {told}"


def test_another_start_is_told(bench: Bench) -> None:
    folding(bench, Named([1, 1], start=3))
    told = steps_of(folding(bench, Named([1, 1], start=4)))
    assert told == (0, 2, "steps 0 to 1 ran because start changed from 3 to 4")


def test_a_fold_without_named_parts_is_told_as_far_as_it_goes(bench: Bench) -> None:
    folding(bench, Sum(0, [1, 2, 3]))
    told = steps_of(folding(bench, Sum(0, [1, 2, 4])))
    assert told == (2, 1, "steps 0 to 1 were kept; step 2 ran because something changed")


def test_going_on_after_stop_is_told(bench: Bench) -> None:
    Call.work = lambda ctx: ctx.fold(Slow([1, 2, 3, 4], bench.stop, after=1))
    call = Sheet()
    call.add("call", "Call")
    bench.run(call)
    bench.stop = threading.Event()
    Call.work = lambda ctx: ctx.fold(Sum(0, [1, 2, 3, 4]))
    bench.run(call)
    assert why(bench, "call") == (
        "ran because it did not finish the last time; step 0 was kept; "
        "steps 1 to 3 ran because the last run stopped before"
    )


def test_states_that_had_to_leave_are_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, budget=0)
    folding(bench, Sum(0, [1, 2, 3]))
    told = steps_of(folding(bench, Sum(0, [1, 2, 4])))
    assert told[2] == (
        "steps 0 to 1 ran because what they gave was no longer kept; "
        "step 2 ran because something changed"
    )


def test_a_batch_tells_how_many_of_its_pictures_were_kept(bench: Bench) -> None:
    four = [Named([1, 2], start=n) for n in range(4)]
    assert steps_of(folding(bench, *four)) == (0, 8, "")
    told = steps_of(folding(bench, *four, Named([1, 2], start=4)))
    assert told == (8, 2, "4 of 5 pictures were kept whole")


def test_equal_reasons_of_a_batch_are_told_once(bench: Bench) -> None:
    folding(bench, *(Named([1, 2], start=n) for n in range(3)))
    told = steps_of(folding(bench, *(Named([1, 3], start=n) for n in range(3))))
    text = "step 0 was kept; step 1 ran because number changed from 2 to 3"
    assert told == (3, 3, text)
