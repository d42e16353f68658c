"""Bad sessions and bad luck with them: each start opens what it can, and nothing is lost."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.ui.files import session_return
from app.ui.files.commands import Answer
from app.ui.files.session_copies import LOCK_NAME
from app.ui.files.session_file import (
    FILE_NAME,
    DamagedSession,
    KeptTab,
    Session,
    read_session,
    stamp_of,
    write_session,
)
from tests.test_bad_luck import LIMITED, limit
from tests.ui.files.test_session import names, started

GRAPH = '{"format": 1, "root": "main", "graphs": {"main": {}}}'
TWO = Session(
    (
        KeptTab("/folder/a.loom", "", "", False, (1, 2), (0.0, 1.0, 1.0)),
        KeptTab("", "Mine", GRAPH, True, (), ()),
    ),
    1,
)
JUNK: list[Any] = [
    None, True, -1, 2**70, float("nan"), float("inf"), "", "x\0y\ud800", [], {},
    [[0], {"a": 1}], [float("inf")] * 3, ["a"] * 3, [0, 0, 0],
]  # fmt: skip


def kept_in(folder: Path) -> list[bytes]:
    """What the sessions that were put aside hold."""
    return [file.read_bytes() for file in folder.glob("session-damaged-*.json")]


@pytest.mark.parametrize("percent", range(100))
def test_a_session_that_was_cut_short_is_put_aside_whole(tmp_path: Path, percent: int) -> None:
    write_session(tmp_path, TWO)
    file = tmp_path / FILE_NAME
    cut = file.read_bytes()[: file.stat().st_size * percent // 100]
    file.write_bytes(cut)
    with pytest.raises(DamagedSession):
        read_session(tmp_path)
    assert kept_in(tmp_path) == [cut]


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"tabs":' * 20_000, b"\xff\xfe\0", b"[]"])
def test_junk_is_put_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(DamagedSession):
        read_session(tmp_path)
    assert kept_in(tmp_path) == [content]


def test_a_folder_in_the_place_of_the_session_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DamagedSession):
        read_session(tmp_path)
    write_session(tmp_path, TWO)
    assert read_session(tmp_path) == TWO


def test_what_is_put_aside_never_takes_the_place_of_another(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / FILE_NAME).write_text(str(number))
        with pytest.raises(DamagedSession):
            read_session(tmp_path)
    assert sorted(kept_in(tmp_path)) == [b"0", b"1", b"2"]


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value."""
    if path:
        yield path
    items = enumerate(value) if isinstance(value, list) else ()
    for name, item in value.items() if isinstance(value, dict) else items:
        yield from places(item, (*path, name))


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_any_value_may_be_junk(tmp_path: Path, junk: Any) -> None:
    write_session(tmp_path, TWO)
    whole = json.loads((tmp_path / FILE_NAME).read_text("utf-8"))
    for place in places(whole):
        changed = copy.deepcopy(whole)
        inner = changed
        for name in place[:-1]:
            inner = inner[name]
        inner[place[-1]] = junk
        (tmp_path / FILE_NAME).write_text(json.dumps(changed))
        with suppress(DamagedSession):
            found = read_session(tmp_path)
            assert found is not None
            assert all(isinstance(stamp_of(Path(tab.path)), tuple) for tab in found.tabs)
            write_session(tmp_path, found)
            assert read_session(tmp_path) == found


def test_names_of_files_that_are_no_text_come_back(tmp_path: Path) -> None:
    odd = Session((KeptTab(os.fsdecode(b"/a/\xff.loom")),))
    write_session(tmp_path, odd)
    assert read_session(tmp_path) == odd


@LIMITED
def test_a_full_disk_leaves_the_session_before(tmp_path: Path) -> None:
    write_session(tmp_path, TWO)
    size = (tmp_path / FILE_NAME).stat().st_size
    larger = Session((*TWO.tabs, KeptTab("", "More", GRAPH)), 0)
    for room in range(0, size, 20):
        with limit("RLIMIT_FSIZE", room), pytest.raises(OSError, match="too large"):
            write_session(tmp_path, larger)
        assert read_session(tmp_path) == TWO
        assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


@LIMITED
def test_a_full_disk_is_told_once_and_the_user_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        with limit("RLIMIT_FSIZE", 10):
            for _ in range(3):
                assert not desk.window.keep_session()
            qtbot.waitUntil(lambda: bool(desk.sentences()))
            (sentence,) = desk.sentences()
            assert "cannot be kept" in sentence
            assert "save your graphs to files" in sentence
            desk.answers = [Answer.CANCEL]
            desk.window.close()
        assert desk.window.isVisible()


def test_a_damaged_graph_is_kept_and_the_others_open(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "session"
    tabs = [KeptTab("", "../../out/<b>", "{broken", True), KeptTab("", "Good", GRAPH, True)]
    write_session(folder, Session(tuple(tabs), 0))
    with started(qtbot, tmp_path) as desk:
        assert names(desk) == ["Good"]
        assert "damaged" in desk.sentences()[0]
        assert "kept as" in desk.sentences()[1]
    (file,) = folder.glob("unsaved-*.loom")
    assert file.read_text("utf-8") == "{broken"


def test_far_too_many_graphs_are_kept_aside(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_return, "MOST_TABS", 4)
    folder = tmp_path / "session"
    tabs = tuple(KeptTab("", f"n{number}", GRAPH, True) for number in range(10_000))
    write_session(folder, Session(tabs, 9_000))
    with started(qtbot, tmp_path) as desk:
        assert names(desk) == ["n8998", "n8999", "n9000", "n9001"]
        assert desk.window.tab.name == "n9000"
        assert "10000 graphs were open" in desk.sentences()[0]
    (kept,) = folder.glob("session-before-*.json")
    assert "n9999" in kept.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"\xff\n\n\n"])
def test_the_lock_of_a_program_whose_power_went_is_taken(
    qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    lock = tmp_path / "session" / LOCK_NAME
    lock.parent.mkdir()
    lock.write_bytes(content)
    os.utime(lock, (1e9, 1e9))
    with started(qtbot, tmp_path) as desk:
        assert desk.window.session is not None
        assert desk.window.session.keeps


def test_paths_that_became_folders_or_cannot_be_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "was.loom").mkdir()
    tabs = (KeptTab(str(tmp_path / "was.loom")), KeptTab("/x\0y.loom"), KeptTab("", "Mine", GRAPH))
    write_session(tmp_path / "session", Session(tabs, 0))
    with started(qtbot, tmp_path) as desk:
        assert names(desk) == ["Mine"]
        assert len(desk.sentences()) == 2
