"""The identity of files by content."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from app.engine.files import FileContents
from app.sdk.context import Stopped


def nothing() -> None:
    """No stop."""


def aged(path: Path, text: str, seconds: int = 100) -> Path:
    """A file that was written some time ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


def test_equal_content_is_equal_wherever_it_lies(tmp_path: Path) -> None:
    files = FileContents()
    one, other = aged(tmp_path / "a.txt", "x"), aged(tmp_path / "b" / "c.bin", "x")
    assert files.content(one, nothing) == files.content(other, nothing)
    aged(other, "y")
    assert files.content(one, nothing) != files.content(other, nothing)


def test_a_file_is_read_once_while_it_does_not_change(tmp_path: Path) -> None:
    calls: list[int] = []
    files, path = FileContents(), aged(tmp_path / "a.txt", "x")
    first = files.content(path, lambda: calls.append(1))
    assert files.content(path, lambda: calls.append(1)) == first
    assert len(calls) == 1
    aged(path, "z", seconds=50)
    assert files.content(path, lambda: calls.append(1)) != first


def test_a_file_written_a_moment_ago_is_not_trusted_to_stay(tmp_path: Path) -> None:
    calls: list[int] = []
    files, path = FileContents(), aged(tmp_path / "a.txt", "x", seconds=0)
    for _ in range(2):
        files.content(path, lambda: calls.append(1))
    assert len(calls) == 2


def test_a_folder_counts_by_names_and_contents_of_model_files(tmp_path: Path) -> None:
    files = FileContents()
    for root in ("one", "two"):
        aged(tmp_path / root / "unet" / "model.safetensors", "w")
        aged(tmp_path / root / "config.json", "{}")
        aged(tmp_path / root / "index.json", "{}")
    aged(tmp_path / "two" / "README.md", "does not count")
    assert files.content(tmp_path / "one", nothing) == files.content(tmp_path / "two", nothing)
    (tmp_path / "two" / "index.json").rename(tmp_path / "two" / "other.json")
    assert files.content(tmp_path / "one", nothing) != files.content(tmp_path / "two", nothing)


def test_a_folder_that_is_no_model_is_not_read_through(tmp_path: Path) -> None:
    calls: list[int] = []
    aged(tmp_path / "home" / "downloads" / "large.safetensors", "w")
    with pytest.raises(OSError, match="it holds no model"):
        FileContents().content(tmp_path / "home", lambda: calls.append(1))
    assert not calls


def test_hashes_are_remembered_from_one_start_to_the_next(tmp_path: Path) -> None:
    path, memory = aged(tmp_path / "a.txt", "x"), tmp_path / "settings" / "files.json"
    first = FileContents(memory).content(path, nothing)
    calls: list[int] = []
    assert FileContents(memory).content(path, lambda: calls.append(1)) == first
    assert not calls
    assert [file.name for file in memory.parent.iterdir()] == ["files.json"]


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"format": 9}', '{"format": 1, "files": []}', "[" * 5000]
)
def test_a_damaged_memory_is_only_a_miss(tmp_path: Path, damage: str) -> None:
    path, memory = aged(tmp_path / "a.txt", "x"), tmp_path / "files.json"
    memory.write_text(damage, "utf-8")
    assert FileContents(memory).content(path, nothing) == FileContents().content(path, nothing)


def test_stop_interrupts_reading(tmp_path: Path) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        FileContents().content(aged(tmp_path / "a.txt", "x"), stop)


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileContents().content(tmp_path / "nowhere.txt", nothing)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for endless in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(OSError, match="it is not a file"):
            FileContents().content(endless, nothing)


def test_a_name_that_no_file_can_have_is_an_error_of_the_system(tmp_path: Path) -> None:
    for name in ("a\0b", "a\ud800b"):
        with pytest.raises(OSError, match=r"null|surrogates"):
            FileContents().content(tmp_path / name, nothing)


def test_two_threads_that_ask_for_one_file_read_it_once(tmp_path: Path) -> None:
    files, path = FileContents(), aged(tmp_path / "a.txt", "x")
    inside, go_on, found = threading.Event(), threading.Event(), list[str]()

    def slowly() -> None:
        inside.set()
        assert go_on.wait(10.0)

    def again() -> None:
        go_on.set()  # the other one goes on once this one waits

    threads = [
        threading.Thread(target=lambda: found.append(files.content(path, slowly))),
        threading.Thread(target=lambda: found.append(files.content(path, again))),
    ]
    threads[0].start()
    assert inside.wait(10.0)
    threads[1].start()
    for thread in threads:
        thread.join(10.0)
    assert found == [files.content(path, nothing)] * 2


def test_who_waits_for_another_thread_can_still_be_stopped(tmp_path: Path) -> None:
    files, path = FileContents(), aged(tmp_path / "a.txt", "x")
    inside, go_on = threading.Event(), threading.Event()

    def slowly() -> None:
        inside.set()
        assert go_on.wait(10.0)

    def stop() -> None:
        raise Stopped

    thread = threading.Thread(target=lambda: files.content(path, slowly))
    thread.start()
    assert inside.wait(10.0)
    with pytest.raises(Stopped):
        files.content(path, stop)
    go_on.set()
    thread.join(10.0)
