"""The file of the history: what is remembered, found, forgotten, and left after damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.ui.history.store import Entry, HistoryStore, hash_of, read_graph

ONE = Entry(0, 1.0, "Save Image", 64, 32, "a red house", "42", "", "f1", 0, 1, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "data" / "history.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[HistoryStore]:
    """An empty history."""
    made = HistoryStore(path)
    yield made
    made.close()


def _titles(entries: list[Entry]) -> list[str]:
    return [entry.title for entry in entries]


def test_the_newest_is_first(store: HistoryStore) -> None:
    for number in range(3):
        store.add(
            replace(ONE, title=str(number), made=float(number), fingerprint=str(number)), b"", ""
        )
    assert _titles(store.entries()) == ["2", "1", "0"]


def test_an_entry_comes_back_as_it_was(store: HistoryStore) -> None:
    added = store.add(ONE, b"small", "the graph")
    assert store.entries() == [added]
    assert added == replace(ONE, id=added.id, graph=hash_of("the graph"))
    assert store.thumbnail(added.id) == b"small"
    assert store.graph(added.graph) == "the graph"


def test_the_same_result_comes_to_the_top_and_keeps_its_star(store: HistoryStore) -> None:
    first = store.add(replace(ONE, path="/tmp/a.png"), b"", "g")
    store.star(first.id, True)
    store.add(replace(ONE, fingerprint="f2", title="other", made=2.0), b"", "g")
    again = store.add(replace(ONE, made=3.0), b"", "g")
    assert (again.id, again.starred, again.path) == (first.id, True, "/tmp/a.png")
    assert _titles(store.entries()) == ["Save Image", "other"]


def test_a_graph_is_kept_once_and_goes_with_its_last_result(
    store: HistoryStore, path: Path
) -> None:
    entries = [store.add(replace(ONE, number=number), b"", "g") for number in range(2)]
    with sqlite3.connect(path) as reading:
        assert reading.execute("SELECT count(*) FROM graphs").fetchone() == (1,)
    reading.close()
    store.delete([entries[0].id])
    assert store.graph(entries[0].graph) == "g"
    store.delete([entries[1].id])
    assert store.graph(entries[0].graph) == ""


@pytest.mark.parametrize("words", ["house", "red house", "SAVE", "42", ""])
def test_all_words_are_searched_in_prompt_title_and_seed(store: HistoryStore, words: str) -> None:
    store.add(ONE, b"", "")
    assert _titles(store.entries(words)) == ["Save Image"]


@pytest.mark.parametrize("words", ["blue", "red tree", "100%", "_"])
def test_what_holds_not_all_words_is_not_found(store: HistoryStore, words: str) -> None:
    store.add(ONE, b"", "")
    assert store.entries(words) == []


def test_favourites_are_listed_alone(store: HistoryStore) -> None:
    entry = store.add(ONE, b"", "")
    assert store.entries(starred=True) == []
    store.star(entry.id, True)
    assert store.entries(starred=True) == [replace(entry, starred=True)]


def test_the_oldest_go_when_there_are_too_many_but_favourites_last(store: HistoryStore) -> None:
    for number in range(4):
        entry = replace(ONE, title=str(number), made=float(number), fingerprint=str(number))
        added = store.add(entry, b"12345", "")
        store.star(added.id, number == 0)
    assert len(store.trim(2, 10**9)) == 2
    assert _titles(store.entries()) == ["3", "0"]
    store.trim(2, 1)
    assert store.entries() == []


def test_what_was_written_is_there_though_nobody_closed_the_file(path: Path) -> None:
    crashed = HistoryStore(path)
    crashed.add(ONE, b"", "g")
    after = HistoryStore(path)
    assert _titles(after.entries()) == ["Save Image"]
    after.close()
    crashed.close()


def test_a_damaged_file_is_set_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    store = HistoryStore(path)
    assert store.entries() == []
    assert path.with_suffix(".damaged.sqlite").is_file()
    store.close()


def test_a_graph_is_read_while_another_writes(store: HistoryStore, path: Path) -> None:
    entry = store.add(ONE, b"", "the graph")
    assert read_graph(path, entry.graph) == "the graph"
