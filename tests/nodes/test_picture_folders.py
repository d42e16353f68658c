"""Folders of pictures: in order, file by file, and up to date at every run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.pictures.files import encode
from app.sdk import NodeError
from nodes.folder_of_pictures import FolderOfPictures, Opened
from tests.nodes.desk import Desk
from tests.nodes.test_in_graphs import Bench


def write(folder: Path, name: str, shade: float = 0.5, width: int = 4) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(encode(torch.full((3, 3, width), shade), "PNG", 90, {}))


def opened(folder: Path, **parameters: Any) -> Opened:
    return FolderOfPictures(folder=str(folder), **parameters).run(Desk())


def test_pictures_come_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    for name in ("b 10.png", "b 2.png", "A 1.PNG", "note.txt", ".hidden.png"):
        write(tmp_path, name)
    assert opened(tmp_path).names == ["A 1", "b 2", "b 10"]
    assert [len(part) for part in opened(tmp_path)] == [3, 3, 3]


def test_a_pattern_a_start_and_a_count_narrow_the_choice(tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path, f"cat {number}.png")
    write(tmp_path, "dog.png")
    write(tmp_path / "deeper", "cat 9.png")
    assert opened(tmp_path, pattern="CAT*", first=1, count=2).names == ["cat 1", "cat 2"]
    assert opened(tmp_path, pattern="dog.png; cat 4*").names == ["cat 4", "dog"]
    assert "cat 9" in opened(tmp_path, subfolders=True).names


def test_pictures_of_different_sizes_go_together(tmp_path: Path) -> None:
    write(tmp_path, "a.png", width=4)
    write(tmp_path, "b.png", width=7)
    assert [image.width for image in opened(tmp_path).images] == [4, 7]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"pattern": "dog*"}, r"No picture in .* is called dog\*"),
        ({"first": 3}, "has 2 such pictures, so there is none at 3"),
        ({"folder": ""}, "No folder is chosen"),
        ({"folder": "/nowhere at all"}, "There is no folder"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, parameters: dict[str, Any], words: str) -> None:
    write(tmp_path, "a.png")
    write(tmp_path, "b.png")
    with pytest.raises(NodeError, match=words):
        FolderOfPictures(**{"folder": str(tmp_path), **parameters}).run(Desk())


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"nothing")
    with pytest.raises(NodeError, match=r"broken\.png is not a picture"):
        opened(tmp_path)


def test_more_than_can_be_opened_at_once_are_refused(tmp_path: Path) -> None:
    for number in range(1001):
        (tmp_path / f"{number}.png").touch()
    with pytest.raises(NodeError, match="has 1001 such pictures"):
        opened(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pictures"
    write(made, "1.png", 0.1)
    write(made, "2.png", 0.2)
    return made


def run(bench: Bench, folder: Path) -> list[str]:
    """Save the negative of every picture of a folder under its name; returns what ran."""
    nodes: dict[str, tuple[str, dict[str, Any]]] = {
        "folder": ("FolderOfPictures", {"folder": str(folder)}),
        "turned": ("Invert", {}),
        "names": ("FormatText", {"text": "negative of {a} {{number}}"}),
        "save": ("SaveImage", {}),
    }
    wires = {
        "turned.image": "folder.images",
        "names.a": "folder.names",
        "save.image": "turned.image",
        "save.name": "names.text",
    }
    return bench.run(nodes, wires)


def test_every_picture_is_saved_under_its_own_name(tmp_path: Path, folder: Path) -> None:
    bench = Bench(tmp_path)
    run(bench, folder)
    assert bench.failures() == {}
    assert bench.saved() == ["negative of 1 1.png", "negative of 2 1.png"]


def test_added_changed_and_removed_files_are_seen_at_the_next_run(
    tmp_path: Path, folder: Path
) -> None:
    bench = Bench(tmp_path)
    run(bench, folder)
    before = bench.value("turned")
    assert run(bench, folder) == []
    write(folder, "2.png", 0.7)
    write(folder, "10.png", 0.9)
    run(bench, folder)
    after = bench.value("turned")
    assert len(after) == 3
    assert after[0] is before[0]
    assert float(after[1].pixels.mean()) == pytest.approx(0.3, abs=0.01)
    (folder / "1.png").unlink()
    run(bench, folder)
    left = bench.value("turned")
    assert [one is other for one, other in zip(left, after[1:], strict=True)] == [True, True]


def test_a_new_name_of_the_same_picture_is_seen(tmp_path: Path, folder: Path) -> None:
    bench = Bench(tmp_path)
    run(bench, folder)
    (folder / "2.png").rename(folder / "3.png")
    run(bench, folder)
    assert "negative of 3 1.png" in bench.saved()
