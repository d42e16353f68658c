"""Earlier copies of graphs: how many are kept, in which order, and what may go wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.graph import earlier
from app.graph.earlier import MOST_COPIES, EarlierCopies


def contents(copies: EarlierCopies, graph: Path) -> list[bytes]:
    """What the copies hold, the newest first."""
    return [copy.path.read_bytes() for copy in copies.of(graph)]


def test_the_newest_copy_comes_first_whatever_the_clock_says(tmp_path: Path) -> None:
    copies, graph = EarlierCopies(tmp_path / "earlier"), tmp_path / "wall.loom"
    for number in range(3):
        copies.keep(graph, b"%d" % number)
        os.utime(copies.of(graph)[0].path, (2e9 - number * 1e6,) * 2)
    assert contents(copies, graph) == [b"2", b"1", b"0"]


def test_a_copy_says_when_the_file_was_written(tmp_path: Path) -> None:
    copies, graph = EarlierCopies(tmp_path / "earlier"), tmp_path / "wall.loom"
    graph.write_text("of long ago")
    os.utime(graph, (1e9, 1e9))
    copies.keep_file(graph)
    assert copies.of(graph)[0].saved == 1e9


def test_saving_the_same_again_makes_no_copy_more(tmp_path: Path) -> None:
    copies, graph = EarlierCopies(tmp_path / "earlier"), tmp_path / "wall.loom"
    for content in (b"a", b"a", b"b", b"a"):
        copies.keep(graph, content)
    assert contents(copies, graph) == [b"a", b"b", b"a"]


def test_the_oldest_copies_of_a_graph_go_first(tmp_path: Path) -> None:
    copies, graph = EarlierCopies(tmp_path / "earlier"), tmp_path / "wall.loom"
    for number in range(MOST_COPIES + 5):
        copies.keep(graph, b"%d" % number)
    assert contents(copies, graph)[:: MOST_COPIES - 1] == [b"24", b"5"]
    assert len(copies.of(graph)) == MOST_COPIES


def test_a_long_name_in_letters_of_four_bytes_is_kept(tmp_path: Path) -> None:
    copies = EarlierCopies(tmp_path)
    graph = Path("/graphs") / ("\U00010400" * 61 + ".loom")
    copies.keep(graph, b"one")
    assert len(copies.of(graph)) == 1


def test_all_copies_have_one_bound_and_the_newest_of_each_graph_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "MOST_BYTES", 100)
    copies, wall, hill = EarlierCopies(tmp_path / "e"), tmp_path / "wall.loom", tmp_path / "hill"
    for letter in (b"a", b"b", b"c"):
        copies.keep(wall, letter * 40)
    copies.keep(hill, b"h" * 90)
    assert contents(copies, wall) == [b"c" * 40]
    assert contents(copies, hill) == [b"h" * 90]


def test_graphs_of_one_name_in_two_folders_are_kept_apart(tmp_path: Path) -> None:
    copies = EarlierCopies(tmp_path / "earlier")
    names = [tmp_path / "a" / "wall.loom", tmp_path / "b" / "wall.loom", Path("/x/\udcff:*.loom")]
    for number, graph in enumerate(names):
        copies.keep(graph, b"%d" % number)
    assert [contents(copies, graph) for graph in names] == [[b"0"], [b"1"], [b"2"]]


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "earlier").write_text("a file")
    copies = EarlierCopies(tmp_path / "earlier")
    copies.keep(tmp_path / "wall.loom", b"a")
    copies.keep_file(tmp_path / "gone.loom")
    assert copies.of(tmp_path / "wall.loom") == []


def test_files_of_others_among_the_copies_are_left_alone(tmp_path: Path) -> None:
    copies, graph = EarlierCopies(tmp_path / "earlier"), tmp_path / "wall.loom"
    copies.keep(graph, b"a")
    folder = copies.of(graph)[0].path.parent
    for name in ("notes.txt", "7.loom", "000001 nothex0123456789.loom"):
        (folder / name).write_text("mine")
    for number in range(MOST_COPIES + 1):
        copies.keep(graph, b"%d" % number)
    assert len(list(folder.iterdir())) == MOST_COPIES + 3
