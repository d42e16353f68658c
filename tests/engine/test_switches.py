"""What is not chosen is never evaluated; lists and muted nodes."""

from __future__ import annotations

from tests.engine.toys import Bench, Sheet, counted


def forked(choice: str = "left") -> Sheet:
    sheet = Sheet()
    sheet.add("one", "Number", value=1)
    sheet.add("two", "Number", value=2)
    sheet.add("switch", "Switch", {"left": "one", "right": "two"}, choice=choice)
    return sheet


def test_the_branch_that_a_switch_does_not_take_is_never_evaluated(bench: Bench) -> None:
    assert bench.run(forked("right"), "switch") == ["Number:2", "Switch"]
    assert bench.value("switch") == 2


def test_a_wired_choice_is_evaluated_before_the_branches(bench: Bench) -> None:
    sheet = forked("left")
    sheet.add("word", "Word", text="right")
    sheet.wire("switch", "choice", "word")
    assert bench.run(sheet, "switch") == ["Number:2", "Switch", "Word"]
    assert bench.run(sheet, "switch") == []
    sheet.add("word", "Word", text="left")
    assert bench.run(sheet, "switch") == ["Number:1", "Switch", "Word"]


def test_a_branch_that_is_not_taken_does_not_count(bench: Bench) -> None:
    sheet = forked("left")
    bench.run(sheet, "switch")
    sheet.add("two", "Number", value=99)
    assert bench.run(sheet, "switch") == []


def test_a_broken_branch_that_is_not_taken_hurts_nobody(bench: Bench) -> None:
    sheet = forked()
    sheet.add("two", "Nowhere")
    sheet.add("word", "Word")
    sheet.add("switch", "Switch", {"left": "one", "right": "two.integer", "choice": "word"})
    bench.run(sheet, "switch")
    assert bench.finished.ok
    sheet.add("word", "Word", text="right")
    bench.run(sheet, "switch")
    assert set(bench.failures()) == {"two"}
    assert bench.skipped() == {"switch": "two"}


def test_a_wired_choice_that_is_none_of_the_choices_is_a_sentence(bench: Bench) -> None:
    sheet = forked()
    sheet.add("word", "Word", text="middle")
    sheet.wire("switch", "choice", "word")
    bench.run(sheet, "switch")
    assert bench.failures() == {"switch": "choice must be one of left, right, not 'middle'."}


def test_an_input_that_turns_out_to_be_needed_but_is_not_connected_is_a_sentence(
    bench: Bench,
) -> None:
    sheet = forked()
    sheet.add("word", "Word", text="right")
    sheet.add("switch", "Switch", {"left": "one", "choice": "word"})
    bench.run(sheet, "switch")
    assert bench.failures() == {"switch": "Switch needs a wire into right: connect one."}


def test_a_muted_node_skips_what_requires_it_and_nothing_else(bench: Bench) -> None:
    sheet = forked()
    sheet.add("one", "Number", value=1, muted=True)
    sheet.wire("switch", "left", "one")
    sheet.add("behind", "Parity", {"number": "switch"})
    sheet.add("add", "Add", {"first": "two", "second": "one"})
    bench.run(sheet, "behind", "add")
    assert bench.skipped() == {"switch": "one", "behind": "one"}
    assert not bench.failures()
    assert bench.value("add") == 2


def mapped(limit: int) -> Sheet:
    sheet = Sheet()
    sheet.add("count", "Count", limit=limit)
    sheet.add("square", "Square", {"number": "count"})
    return sheet


def test_a_node_runs_once_for_every_item_of_a_list(bench: Bench) -> None:
    bench.run(mapped(4))
    assert bench.value("square") == (0, 1, 4, 9)
    assert bench.run(mapped(4)) == []


def test_only_the_items_that_are_new_are_computed(bench: Bench) -> None:
    bench.run(mapped(3))
    assert bench.run(mapped(5)) == ["Count", "Square:3", "Square:4"]
    sheet = mapped(2)
    sheet.add("one", "Number", value=3)
    sheet.add("single", "Square", {"number": "one"})
    assert bench.run(sheet, "single") == ["Number:3"]
    assert bench.value("single") == 9


def test_an_empty_list_gives_an_empty_list(bench: Bench) -> None:
    bench.run(mapped(0))
    assert bench.value("square") == ()


def test_mapped_results_are_mapped_further(bench: Bench) -> None:
    sheet = mapped(3)
    sheet.add("again", "Square", {"number": "square"}, power=1)
    bench.run(sheet)
    assert bench.value("again") == (0, 1, 4)
    assert counted(bench.run(sheet)) == {}


def test_lists_of_different_lengths_are_a_sentence(bench: Bench) -> None:
    sheet = mapped(3)
    sheet.add("fewer", "Count", limit=2)
    sheet.add("pair", "Pair", {"one": "count", "other": "fewer"})
    bench.run(sheet)
    assert "lists of different lengths (2, 3)" in bench.failures()["pair"]


def test_what_is_no_list_goes_with_every_item(bench: Bench) -> None:
    sheet = mapped(3)
    sheet.add("ten", "Number", value=10)
    sheet.add("pair", "Pair", {"one": "count", "other": "ten"})
    bench.run(sheet)
    assert bench.value("pair") == (10, 11, 12)
