"""Nothing is computed twice: what runs, and what is found."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from app.engine.events import NodeFinished, NodesCached, NodeStarted, RunFinished, RunStarted
from tests.engine.toys import RAN, Bench, Call, Sheet


def line(value: int = 4) -> Sheet:
    """number -> parity -> add -> save"""
    sheet = Sheet()
    sheet.add("number", "Number", value=value)
    sheet.add("parity", "Parity", {"number": "number"})
    sheet.add("add", "Add", {"first": "parity"}, plus=10)
    sheet.add("save", "Save", {"number": "add"})
    return sheet


def test_a_first_run_runs_everything_and_a_second_nothing(bench: Bench) -> None:
    assert bench.run(line()) == ["Add", "Number:4", "Parity", "Save"]
    assert bench.value("add") == 10
    assert bench.run(line()) == []
    assert bench.finished.ok
    assert bench.cached() == {"number", "parity", "add", "save"}


def test_what_was_found_is_told_in_one_event(bench: Bench) -> None:
    snapshot = line().snapshot()
    bench.run(snapshot)
    bench.run(snapshot)
    assert [type(event) for event in bench.events] == [RunStarted, NodesCached, RunFinished]


def test_a_wave_stops_where_a_result_comes_out_equal(bench: Bench) -> None:
    bench.run(line(4))
    assert bench.run(line(6)) == ["Number:6", "Parity"]


def test_changing_a_value_and_changing_it_back_runs_nothing(bench: Bench) -> None:
    bench.run(line(4))
    bench.run(line(5))
    assert bench.run(line(4), "add") == []


def test_equal_work_elsewhere_in_the_graph_is_found(bench: Bench) -> None:
    sheet = line()
    sheet.add("twin", "Number", value=4, title="Another title", note="and another note")
    sheet.add("twin parity", "Parity", {"number": "twin"})
    assert bench.run(sheet, "add", "twin parity") == ["Add", "Number:4", "Parity"]


def test_a_wired_parameter_counts_like_the_literal(bench: Bench) -> None:
    sheet = line()
    sheet.add("ten", "Number", value=10)
    bench.run(sheet, "add", "ten")
    sheet.wire("add", "plus", "ten")
    assert bench.run(sheet, "add") == []


def test_a_wired_parameter_is_checked_like_a_literal(bench: Bench) -> None:
    sheet = line()
    sheet.add("much", "Number", value=5000)
    sheet.add("divide", "Divide", {"number": "number", "by": "much"})
    bench.run(sheet, "divide", "add")
    assert bench.failures() == {"divide": "by must be between 0 and 100, not 5000."}
    assert bench.value("add") == 10


def test_the_order_on_a_variadic_input_counts(bench: Bench) -> None:
    sheet = Sheet()
    for value in (1, 2):
        sheet.add(f"n{value}", "Number", value=value)
    sheet.add("join", "Join", {"numbers": ("n1", "n2", "n1")})
    bench.run(sheet)
    assert bench.value("join") == "1,2,1"
    sheet.wire("join", "numbers", "n2", "n1", "n1")
    assert bench.run(sheet) == ["Join"]
    assert bench.value("join") == "2,1,1"


def test_a_changed_environment_makes_everything_anew(bench: Bench) -> None:
    bench.run(line(), "add")
    bench.device.shape = "other"
    assert bench.run(line(), "add") == ["Add", "Number:4", "Parity"]


def test_a_new_version_of_a_kind_makes_its_nodes_anew(bench: Bench) -> None:
    snapshot = line().snapshot()
    bench.run(snapshot, "add")
    kind = bench.kinds.node_class("loom.Parity")
    assert kind is not None
    old = kind.spec
    try:
        kind.spec = replace(old, version=2)
        assert bench.run(snapshot, "add") == ["Parity"]
    finally:
        kind.spec = old


def test_a_changed_file_is_read_again(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("one", "utf-8")
    sheet = Sheet()
    sheet.add("read", "Read", path=str(path))
    snapshot = sheet.snapshot()
    assert bench.run(snapshot) == ["Read"]
    assert bench.run(snapshot) == []
    path.write_text("another", "utf-8")
    assert bench.run(snapshot) == ["Read"]
    assert bench.value("read") == "another"


def test_a_node_that_saves_runs_again_when_its_file_is_gone_or_changed(
    bench: Bench, tmp_path: Path
) -> None:
    snapshot, saved = line().snapshot(), tmp_path / "saved.txt"
    bench.run(snapshot)
    assert bench.finished.files == (str(saved),)
    assert bench.run(snapshot) == []
    assert bench.finished.files == (str(saved),)
    saved.unlink()
    assert bench.run(snapshot) == ["Save"]
    saved.write_text("edited by hand", "utf-8")
    assert bench.run(line()) == ["Save"]
    assert saved.read_text("utf-8") == "10"


def test_values_that_were_let_go_are_made_again_only_when_needed(tmp_path: Path) -> None:
    bench = Bench(tmp_path, budget=500)
    sheet = Sheet()
    for seed in range(6):
        sheet.add(f"b{seed}", "Bytes", seed=seed)
    bench.run(sheet)
    assert bench.run(sheet) == []
    sheet.add("length", "Length", {"data": "b0"})
    assert bench.run(sheet, "length") == ["Bytes:0", "Length"]
    assert bench.run(sheet, "length") == []


def test_without_any_room_every_node_still_runs_just_once(tmp_path: Path) -> None:
    bench = Bench(tmp_path, budget=0)
    sheet = Sheet()
    sheet.add("a", "Number", value=1)
    for index in range(1, 10):
        sheet.add(f"s{index}", "Add", {"first": "a" if index == 1 else f"s{index - 1}"})
        sheet.wire(f"s{index}", "second", "a")
        sheet.wire(f"s{index}", "plus", "a")
    assert bench.run(sheet) == ["Add"] * 9 + ["Number:1"]
    assert bench.run(sheet) == []
    sheet.add("s9", "Add", {"first": "s8", "second": "s7"}, plus=3)
    assert bench.run(sheet) == ["Add"] * 9 + ["Number:1"]


def test_a_producer_that_comes_out_differently_the_second_time_passes_nothing_off_as_old(
    tmp_path: Path,
) -> None:
    bench, counter = Bench(tmp_path, budget=0), iter(range(10))
    Call.work = lambda ctx: next(counter)
    sheet = Sheet()
    sheet.add("call", "Call")
    bench.run(sheet)
    sheet.add("add", "Add", {"first": "call"})
    assert bench.run(sheet, "add") == ["Add", "Call"]
    sheet.add("call", "Number", value=0)
    assert bench.run(sheet, "add") == ["Add", "Number:0"]


def test_a_chain_of_ten_thousand_nodes_runs(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("n0", "Number", value=1)
    for index in range(1, 10_000):
        sheet.add(f"n{index}", "Add", plus=1)
        sheet.wire(f"n{index}", "first", f"n{index - 1}")
    bench.run(sheet, "n9999")
    assert bench.value("n9999") == 10_000


def test_stop_ends_the_run_and_keeps_what_was_done(bench: Bench) -> None:
    def work(ctx: object) -> int:
        bench.stop.set()
        return 7

    Call.work = work
    sheet = line()
    sheet.add("call", "Call")
    sheet.add("add", "Add", {"first": "call", "second": "parity"})
    bench.run(sheet, "add")
    assert bench.finished.stopped
    assert not bench.finished.ok
    bench.stop = threading.Event()
    assert bench.run(sheet, "add") == ["Add", "Number:4", "Parity"]


def test_stop_before_the_start_runs_nothing(bench: Bench) -> None:
    bench.stop.set()
    assert bench.run(line()) == []
    assert bench.finished.stopped


def test_results_are_told_with_words_and_time(bench: Bench) -> None:
    bench.run(line(), "parity")
    started = [event.node for event in bench.events if isinstance(event, NodeStarted)]
    finished = {e.node: e for e in bench.events if isinstance(e, NodeFinished)}
    assert started == ["number", "parity"]
    assert finished["number"].summaries == {"integer": "4"}
    assert finished["number"].seconds >= 0
    assert RAN == ["Number:4", "Parity"]
