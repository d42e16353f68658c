"""Tending the shelf in the background."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.engine.files import FileContents
from app.models.index import ModelIndex
from app.models.librarian import Librarian
from app.models.shelf import Shelf
from tests.models.files import weight_file


class Desk:
    """A librarian at work in a folder."""

    def __init__(self, folder: Path) -> None:
        self.models = folder / "models"
        self.models.mkdir(exist_ok=True)
        self.shelf = Shelf([self.models], ModelIndex(folder / "models.sqlite"))
        self.changed = threading.Event()
        self.shelf.on_change.append(self.changed.set)
        self.librarian = Librarian(self.shelf, FileContents(folder / "hashes.json"))

    def wait(self, wanted: Callable[[], bool]) -> None:
        """Until it is as wanted."""
        deadline = time.monotonic() + 10
        while not wanted():
            assert time.monotonic() < deadline
            self.changed.wait(0.02)
            self.changed.clear()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.librarian.close()


def test_nobody_waits_for_the_first_look(desk: Desk) -> None:
    weight_file(desk.models / "x.safetensors")
    assert desk.librarian.names("checkpoint") == ()
    desk.librarian.start()
    desk.wait(lambda: desk.librarian.names("checkpoint") == ("x.safetensors",))


def test_hashes_are_worked_out_at_leisure(desk: Desk) -> None:
    file = weight_file(desk.models / "x.safetensors")
    desk.librarian.start()
    wanted = hashlib.sha256(file.read_bytes()).hexdigest()

    def is_known() -> bool:
        known = desk.librarian.model("checkpoint", "x.safetensors")
        return known is not None and known.hash == wanted

    desk.wait(is_known)


def test_what_came_later_is_found_on_request(desk: Desk) -> None:
    desk.librarian.start()
    desk.wait(lambda: desk.librarian.has_looked)
    weight_file(desk.models / "new.safetensors")
    desk.librarian.look_again()
    desk.wait(lambda: desk.librarian.names("checkpoint") == ("new.safetensors",))


def test_another_folder_is_looked_through_at_once(desk: Desk, tmp_path: Path) -> None:
    desk.librarian.start()
    desk.wait(lambda: desk.librarian.has_looked)
    weight_file(tmp_path / "more" / "x.safetensors")
    desk.librarian.look_in([desk.models, tmp_path / "more"])
    desk.wait(lambda: desk.librarian.names("checkpoint") == ("x.safetensors",))


def test_models_of_the_last_time_are_there_before_the_look_is_over(
    desk: Desk, tmp_path: Path
) -> None:
    weight_file(desk.models / "x.safetensors")
    desk.librarian.start()
    desk.wait(lambda: desk.librarian.has_looked)
    desk.librarian.close()
    again = Desk(tmp_path)

    def stop_at_once() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        again.shelf.refresh(stop_at_once)
    assert again.librarian.names("checkpoint") == ("x.safetensors",)


def test_closing_does_not_wait_for_a_large_file(desk: Desk) -> None:
    file = weight_file(desk.models / "x.safetensors")
    with file.open("ab") as end:
        end.truncate(2**31)
    desk.librarian.start()
    desk.wait(lambda: desk.librarian.has_looked)
    time.sleep(0.1)
    began = time.monotonic()
    desk.librarian.close()
    assert time.monotonic() - began < 2
    known = desk.librarian.model("checkpoint", "x.safetensors")
    assert known is not None
    assert known.hash == ""


def test_a_run_that_waits_for_a_hash_gets_it_without_rests(tmp_path: Path) -> None:
    contents = FileContents()
    file = tmp_path / "x.safetensors"
    with file.open("wb") as whole:
        whole.truncate(32 * 2**20)
    rests: list[bool] = []
    begun = threading.Event()

    def slow() -> None:
        begun.set()
        rests.append(contents.is_awaited)
        time.sleep(0.02)

    reading = threading.Thread(target=lambda: contents.content(file, slow))
    reading.start()
    begun.wait(5)
    contents.content(file, lambda: None)
    reading.join()
    assert any(rests)
    assert not contents.is_awaited
