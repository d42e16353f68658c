"""Pictures into files: names, formats, and folders that refuse."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from app.diffusion.pictures.saving import read_pattern
from app.interchange.picture_graph import read_graph
from app.sdk import Image, NodeError
from nodes.load_image import LoadImage
from nodes.save_image import SaveImage
from tests.nodes.desk import Desk, noise

PIECES = [
    "..",
    "/",
    "\\",
    ":",
    ".",
    " ",
    "{number}",
    "{date}",
    "CON",
    "com1",
    "LPT",
    "nul",
    "\0",
    "é",
]
"""What names are dangerous with."""


def save(folder: Path, count: int = 1, graph: str = "", **parameters: Any) -> list[str]:
    """The names of the files that were written."""
    desk = Desk(folder, graph)
    files = SaveImage(image=noise(8, 6, count), **parameters).run(desk).files
    assert [Path(file.path).parent for file in files] == [folder] * len(files)
    return [Path(file.path).name for file in files]


def test_every_picture_gets_the_next_free_number(tmp_path: Path) -> None:
    (tmp_path / "loom 0007.jpeg").touch()
    assert save(tmp_path, 2) == ["loom 0008.png", "loom 0009.png"]
    assert save(tmp_path, 1) == ["loom 0010.png"]
    assert len(list(tmp_path.iterdir())) == 4


def test_a_saved_png_holds_every_pixel(tmp_path: Path) -> None:
    [name] = save(tmp_path)
    loaded = LoadImage(path=str(tmp_path / name)).run(Desk()).image
    assert torch.equal((noise(8, 6).pixels * 255).round() / 255, loaded.pixels)


def test_webp_at_quality_100_holds_every_pixel(tmp_path: Path) -> None:
    [name] = save(tmp_path, format="WebP", quality=100)
    loaded = LoadImage(path=str(tmp_path / name)).run(Desk()).image
    assert torch.equal((noise(8, 6).pixels * 255).round() / 255, loaded.pixels)


@pytest.mark.parametrize(
    ("format", "ending", "known"),
    [("PNG", ".png", "PNG"), ("JPEG", ".jpeg", "JPEG"), ("WebP", ".webp", "WEBP")],
)
def test_every_format_is_written_with_the_graph(
    tmp_path: Path, format: str, ending: str, known: str
) -> None:
    [name] = save(tmp_path, graph='{"näme": 1}', format=format)
    assert name.endswith(ending)
    with Pillow.open(tmp_path / name) as picture:
        assert (picture.format, picture.size) == (known, (8, 6))
    assert read_graph(tmp_path / name) == '{"näme": 1}'


def test_what_was_saved_can_be_told_from_what_was_changed(tmp_path: Path) -> None:
    [file] = SaveImage(image=noise()).run(Desk(tmp_path)).files
    status = Path(file.path).stat()
    assert (file.size, file.modified_ns) == (status.st_size, status.st_mtime_ns)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("cat", r"cat 0001"),
        ("{number:2} cat", r"01 cat"),
        ("{width}x{height} {number}", r"8x6 1"),
        ("{date} {time}", r"\d{4}-\d\d-\d\d \d\d-\d\d-\d\d 0001"),
        ("../../etc/cat", r"__\.\._etc_cat 0001"),
        ("/etc/cat", r"_etc_cat 0001"),
        ("C:\\cat", r"C__cat 0001"),
        (".hidden", r"_hidden 0001"),
        ("a\0b\nc", r"a_b_c 0001"),
        ("NUL.{number}", r"_NUL\.1"),
        ("con", r"_con 0001"),
        ("", r"0001"),
        ("..", r"_0001"),
        ("cat{number}. .", r"cat1"),
        ("COM{number}", r"_COM1"),
        ("lpt{number:1}", r"_lpt1"),
        ("CON .x", r"_CON \.x 0001"),
        ("COM¹", r"_COM¹ 0001"),
        ("half \ud800 a pair", r"half _ a pair 0001"),
        ("\\\\server\\share\\cat", r"__server_share_cat 0001"),
        ("~/cat", r"~_cat 0001"),
        ("cat. . ", r"cat\. \. {1,2}0001"),
        ("\u202egnp.exe", r"_gnp\.exe 0001"),
        ("a" * 300, r"a{140}0001"),
        ("猫" * 300, r"猫{46}0001"),
        ("{number}" + "x" * 300, r"1x{80}"),
    ],
)
def test_names_stay_in_the_folder_and_fit_every_file_system(
    tmp_path: Path, pattern: str, expected: str
) -> None:
    [name] = save(tmp_path, name=pattern)
    assert re.fullmatch(f"({expected})\\.png", name), name
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("pattern", ["{title}", "{number} {number}", "{0}", "{date:5}{x}"])
def test_an_unknown_field_is_refused_with_the_known_ones(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(NodeError, match=r"unknown field .*\{date\}, \{time\}"):
        save(tmp_path, name=pattern)
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    assert save(tmp_path / "new" / "folder") == ["loom 0001.png"]


@pytest.mark.skipif(os.name == "nt", reason="permissions work in another way")
def test_a_folder_that_cannot_be_used_is_named_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(NodeError, match=re.escape(f"Nothing can be saved in {blocked}")):
        save(blocked)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named_in_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NodeError, match=r"Nothing can be saved in .*permission denied"):
        save(tmp_path)


def test_a_picture_too_large_for_its_format_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    wide = SaveImage(image=Image(torch.zeros(1, 3, 1, 20_000)), format="WebP")
    with pytest.raises(NodeError, match=r"20000 x 1 cannot be saved as WebP .* choose PNG"):
        wide.run(Desk(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_an_unknown_field_is_refused_before_the_run() -> None:
    with pytest.raises(NodeError, match=r"unknown field \{seed\}"):
        SaveImage.check({"name": "cat {seed}"})
    SaveImage.check({"name": "cat {date} {number:4} {width}"})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_pattern_leads_out_of_the_folder(pattern: str) -> None:
    try:
        name = read_pattern(pattern, {"date": "../2026", "time": "C:\\x"}, ".png").with_number(1)
    except NodeError:  # an unknown field
        return
    assert len(name.encode()) < 255
    assert PureWindowsPath(name).parts == PurePosixPath(name).parts == (name,)
    assert not re.match(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*\.", name, re.IGNORECASE)
    assert not name.startswith(".")
    assert not name.removesuffix(".png").endswith((" ", "."))
