"""A graph and all that can be undone of it come back from its journal, whatever became of that."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.graph import edits
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.undo import UndoHistory
from app.ui.files.journal.graph_journal import (
    About,
    DamagedJournal,
    GraphJournal,
    ReadJournal,
    read_journal,
)
from tests.graph import strategies
from tests.graph.toys import KINDS, picture
from tests.test_bad_luck import LIMITED, limit

WALL = About("/folder/wall.loom", "", (1, 2))


def history_of(document: Document) -> UndoHistory:
    """What can be undone and redone of a document now."""
    assert document.history is not None
    return document.history


def assert_equal(found: UndoHistory, expected: UndoHistory) -> None:
    """All that a user could tell apart is the same."""
    assert found.snapshot == expected.snapshot
    assert found.steps == expected.steps
    assert (found.at, found.state, found.saved) == (expected.at, expected.state, expected.saved)


def type_number(document: Document, number: int) -> None:
    """One more edit of the sampler, with an undo step of its own."""
    document.end_merging()
    document.apply(edits.set_parameter(document.snapshot, KINDS, "sampler", "steps", number))


def act(draw: st.DrawFn, document: Document) -> None:
    """Something that a user does."""
    match draw(st.integers(0, 8)):
        case 0:
            document.undo()
        case 1:
            document.redo()
        case 2:
            document.travel(draw(st.integers(-3, 3)))
        case 3:
            document.end_merging()
        case 4:
            document.mark_saved()
        case _:
            document.apply(draw(strategies.changes(document.snapshot)))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_whatever_is_edited_comes_back_with_its_undo_and_redo(data: Any) -> None:
    edit_and_read_again(data)


@pytest.mark.heavy
@settings(max_examples=3000, deadline=None)
@given(st.data())
def test_whatever_is_edited_comes_back_in_thousands_of_cases(data: Any) -> None:
    edit_and_read_again(data)


def edit_and_read_again(data: Any) -> None:
    """Edit at random, write now and then, read the journal, and go through all of the history."""
    document = Document(data.draw(strategies.snapshots))
    with tempfile.TemporaryDirectory() as folder:
        journal = GraphJournal(Path(folder) / "a.journal", data.draw(st.sampled_from([0, 10**6])))
        journal.write(About(), history_of(document))
        for number in range(data.draw(st.integers(1, 6))):
            for _ in range(data.draw(st.integers(0, 3))):
                act(data.draw, document)
            journal.write(About(name=str(number)), history_of(document))
        found = read_journal(journal.path)
    assert found.about.name == str(number)
    assert not found.is_damaged
    again = Document()
    again.resume(found.history)
    assert again.is_modified == document.is_modified
    assert_same_journey(again, document)


def assert_same_journey(again: Document, document: Document) -> None:
    """Both lead through the same states by undo and by redo, under the same names."""
    steps = len(document.redo_names)
    for move in [Document.redo] * steps + [Document.undo] * 50:
        assert again.snapshot == document.snapshot
        assert again.undo_names == document.undo_names
        assert again.redo_names == document.redo_names
        move(again)
        move(document)


def written(path: Path) -> tuple[Document, list[UndoHistory]]:
    """A journal of several writings, and the history at each of them."""
    document = Document(picture())
    journal = GraphJournal(path)
    found = []
    for number in range(2, 8):
        type_number(document, number)
        if number == 5:
            document.undo()
        journal.write(WALL, history_of(document))
        found.append(history_of(document))
    return document, found


def test_a_journal_cut_at_any_byte_of_its_last_record_has_all_before(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    _, histories = written(path)
    content = path.read_bytes()
    begin = content.rindex(b"\n", 0, -1) + 1
    for length in range(begin, len(content), 3):
        path.write_bytes(content[:length])
        found = read_journal(path)
        assert_equal(found.history, histories[-2])
        assert not found.is_damaged
    path.write_bytes(content)
    assert_equal(read_journal(path).history, histories[-1])


def test_a_journal_with_any_byte_changed_has_all_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    _, histories = written(path)
    content = path.read_bytes()
    first = content.index(b"\n")
    for place in range(first + 1, len(content), 19):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        found = read_journal(path)
        whole = content[:place].count(b"\n") - 2
        assert_equal(found.history, cut(found, histories, whole))
    for place in range(0, first, 29):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises(DamagedJournal):
            read_journal(path)


def cut(found: ReadJournal, histories: list[UndoHistory], whole: int) -> UndoHistory:
    """What is expected of so many whole records behind the two of a journal that is new."""
    if whole >= 0:
        return histories[whole]
    first = histories[0]
    return UndoHistory(first.snapshot, (), 0, first.state, first.saved)


@pytest.mark.parametrize("rest", [b"\0" * 4096, b"\xff junk", b"00000000 {}", b"\n", b"{}\n"])
def test_what_else_stands_behind_the_records_does_no_harm(tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "a.journal"
    _, histories = written(path)
    path.write_bytes(path.read_bytes() + rest)
    assert_equal(read_journal(path).history, histories[-1])


@pytest.mark.parametrize("content", [b"", b"junk", b"\0" * 100, b"\n" * 9, b'00000000 {"journal"'])
def test_what_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.journal"
    path.write_bytes(content)
    with pytest.raises(DamagedJournal):
        read_journal(path)


def test_a_journal_of_a_newer_program_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journal"
    monkeypatch.setattr("app.ui.files.journal.graph_journal.FORMAT", 2)
    written(path)
    monkeypatch.undo()
    with pytest.raises(DamagedJournal):
        read_journal(path)


@LIMITED
def test_a_disk_that_is_full_at_any_byte_leaves_the_journal_before(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document, histories = written(path)
    journal = GraphJournal(path)
    journal.write(WALL, histories[-1])
    size = path.stat().st_size
    type_number(document, 90)
    for room in [*range(0, size, 211), *range(size, size + 200, 3)]:
        with limit("RLIMIT_FSIZE", room), pytest.raises(OSError, match="too large"):
            journal.write(WALL, history_of(document))
        assert path.stat().st_size == size
        assert_equal(read_journal(path).history, histories[-1])
    journal.write(WALL, history_of(document))
    assert path.stat().st_size > size + 200
    assert_equal(read_journal(path).history, history_of(document))


def test_a_journal_stays_small_and_keeps_the_newest_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document, most = Document(picture()), 20_000
    journal = GraphJournal(path, most)
    largest = 0
    for number in range(250):
        text = f"{number} " * 1500
        document.end_merging()
        document.apply(edits.set_parameter(document.snapshot, KINDS, "sampler", "text", text))
        journal.write(WALL, history_of(document))
        largest = max(largest, path.stat().st_size)
    assert largest < 2 * (most + 10_000) + 2**20 + 10_000
    found = read_journal(path).history
    assert found.snapshot == document.snapshot
    assert 2 < found.at < 250
    assert found.steps == history_of(document).steps[-found.at :]


def test_undoing_more_than_the_journal_holds_loses_no_later_edit(tmp_path: Path) -> None:
    document = Document(picture())
    for number in range(2, 6):
        type_number(document, number)
    journal = GraphJournal(tmp_path / "a.journal", most_history=0)
    journal.write(WALL, history_of(document))
    document.travel(-3)
    journal.write(WALL, history_of(document))
    document.redo()
    journal.write(WALL, history_of(document))
    found = read_journal(journal.path)
    assert not found.is_damaged
    assert found.history.snapshot == document.snapshot


def test_another_graph_in_the_same_tab_begins_a_journal_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    document, _ = written(path)
    journal = GraphJournal(path)
    journal.write(WALL, history_of(document))
    document.replace(Snapshot())
    journal.write(About(name="Mine"), history_of(document))
    found = read_journal(path)
    assert (found.about.name, found.history.snapshot, found.history.steps) == (
        "Mine",
        Snapshot(),
        (),
    )


def test_letters_of_a_word_that_come_one_by_one_are_one_step(tmp_path: Path) -> None:
    document, journal = Document(picture()), GraphJournal(tmp_path / "a.journal")
    for length in range(1, 9):
        text = "a castle"[:length]
        document.apply(edits.set_parameter(document.snapshot, KINDS, "sampler", "text", text))
        journal.write(WALL, history_of(document))
    found = read_journal(journal.path).history
    assert_equal(found, history_of(document))
    assert len(found.steps) == 1
