"""A list where one thing is taken: one run for every item, each with a key of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.graph.document import Node, Source
from app.sdk import Context, Size, param
from app.sdk import Node as NodeClass
from tests.engine.toys import Bench, Sheet


class Words(NodeClass):
    """The words of a text, as a list."""

    text: str = param(default="", tip="The text.")

    def run(self, ctx: Context) -> list[str]:
        return self.text.split()


class Sizes(NodeClass):
    """Two sizes, as a list."""

    def run(self, ctx: Context) -> list[Size]:
        return [(1, 8), (1, 16)]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    made.kinds.add(Words)
    made.kinds.add(Sizes)
    return made


def sums(numbers: int, plus: int = 0) -> Sheet:
    """Numbers below a limit that go into the parameter of a node."""
    sheet = Sheet()
    sheet.add("one", "Number", value=100)
    sheet.add("count", "Count", limit=numbers)
    sheet.add("sum", "Add", {"first": "one", "plus": "count"})
    sheet.add("square", "Square", {"number": "sum"}, power=plus + 1)
    return sheet


def test_a_list_at_a_parameter_means_one_run_for_every_item(bench: Bench) -> None:
    assert bench.run(sums(3), "sum") == ["Add", "Add", "Add", "Count", "Number:100"]
    assert bench.value("sum") == (100, 101, 102)


def test_only_items_that_are_new_run(bench: Bench) -> None:
    bench.run(sums(2), "square")
    assert bench.run(sums(3), "square") == ["Add", "Count", "Square:102"]
    assert bench.run(sums(2), "square") == []


def test_a_node_does_not_do_again_for_an_item_what_it_did_without_a_list(bench: Bench) -> None:
    sheet = sums(1)
    sheet.add("sum", "Add", {"first": "one"}, plus=2)
    bench.run(sheet, "sum")
    assert bench.run(sums(3), "sum") == ["Add", "Add", "Count"]


def test_lists_at_a_parameter_and_at_a_socket_go_side_by_side(bench: Bench) -> None:
    sheet = sums(3)
    sheet.add("sum", "Add", {"first": "count", "plus": "count"})
    bench.run(sheet, "sum")
    assert bench.value("sum") == (0, 2, 4)
    sheet.add("more", "Count", limit=2)
    sheet.add("sum", "Add", {"first": "count", "plus": "more"})
    bench.run(sheet, "sum")
    assert bench.failures() == {
        "sum": "Add got lists of different lengths (2, 3): make them equally long."
    }


def test_an_empty_list_means_no_run(bench: Bench) -> None:
    assert bench.run(sums(0), "square") == ["Count"]
    assert bench.value("square") == ()


def test_an_item_that_a_parameter_cannot_take_is_named(bench: Bench) -> None:
    sheet = sums(3)
    sheet.add("square", "Square", {"number": "one", "power": "count"})
    bench.run(sheet, "square")
    assert bench.failures() == {"square": "power must be between 1 and 9, not 0."}


def test_every_branch_that_an_item_takes_is_evaluated(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("a", "Number", value=1)
    sheet.add("b", "Number", value=2)
    switch = {"left": "a", "right": "b"}
    sheet.add("switch", "Switch", switch)
    chosen(sheet, "left left")
    assert bench.run(sheet, "switch") == ["Number:1", "Switch"]
    chosen(sheet, "left right")
    assert bench.run(sheet, "switch") == ["Number:2", "Switch", "Switch"]
    assert bench.value("switch") == (1, 2)


def chosen(sheet: Sheet, words: str) -> None:
    """Feed the words to the choice of the switch, one for each run."""
    feed(sheet, "switch", "choice", "Words", "text", text=words)


def feed(sheet: Sheet, to: str, name: str, kind: str, output: str, **parameters: str) -> None:
    """Let a node of this kind feed an input."""
    sheet.nodes[kind] = Node(kind, f"loom.{kind}", parameters=parameters)
    sheet.wires[kind] = {}
    sheet.wires[to][name] = (Source(kind, output),)


def test_only_the_item_whose_file_changed_runs_again(bench: Bench, tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(file.stem, "utf-8")
    sheet = Sheet()
    sheet.add("read", "Read")
    feed(sheet, "read", "path", "Words", "text", text=" ".join(map(str, files)))
    assert bench.run(sheet, "read") == ["Read", "Read"]
    assert bench.run(sheet, "read") == []
    files[1].write_text("other", "utf-8")
    assert bench.run(sheet, "read") == ["Read"]
    assert bench.value("read") == ("a", "other")


def test_a_list_of_sizes_is_told_from_a_size(bench: Bench) -> None:
    sheet = Sheet()
    sheet.add("bytes", "Bytes")
    feed(sheet, "bytes", "size", "Sizes", "size")
    bench.run(sheet, "bytes")
    assert tuple(map(len, bench.value("bytes"))) == (8, 16)
