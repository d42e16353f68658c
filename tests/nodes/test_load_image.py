"""Pictures from files of many kinds, and from files that are none."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch
from PIL import Image as Pillow

from app.sdk import NodeError
from nodes.load_image import LoadedImage, LoadImage
from tests.nodes.desk import Desk


def load(path: Path | str) -> LoadedImage:
    return LoadImage(path=str(path)).run(Desk())


def save(folder: Path, picture: Pillow.Image, name: str = "picture.png", **options: Any) -> Path:
    picture.save(folder / name, **options)
    return folder / name


def two_pixels(mode: str, first: Any, second: Any) -> Pillow.Image:
    """A picture of 2 x 1."""
    picture = Pillow.new(mode, (2, 1))
    picture.putpixel((0, 0), first)
    picture.putpixel((1, 0), second)
    return picture


def test_a_picture_becomes_numbers_from_0_to_1(tmp_path: Path) -> None:
    image, mask = load(save(tmp_path, two_pixels("RGB", (255, 0, 51), (0, 102, 0))))
    expected = torch.tensor([[1.0, 0.0], [0.0, 102 / 255], [51 / 255, 0.0]])
    assert torch.equal(image.pixels, expected.reshape(1, 3, 1, 2))
    assert torch.equal(mask.alpha, torch.zeros(1, 1, 1, 2))
    assert image.pixels.is_contiguous()
    assert image.pixels.untyped_storage().nbytes() == 24


@pytest.mark.parametrize(
    "picture",
    [
        two_pixels("RGBA", (255, 0, 0, 255), (0, 0, 255, 0)),
        two_pixels("LA", (9, 255), (9, 0)),
        two_pixels("RGBA", (255, 0, 0, 255), (0, 0, 255, 0)).quantize(),
    ],
    ids=lambda picture: picture.mode,
)
def test_transparent_parts_are_white_in_the_mask(tmp_path: Path, picture: Pillow.Image) -> None:
    mask = load(save(tmp_path, picture)).mask
    assert mask.alpha.flatten().tolist() == [0.0, 1.0]


def test_a_picture_is_turned_as_its_camera_noted(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6  # the top of the scene is at the right
    path = save(tmp_path, two_pixels("RGB", (255, 0, 0), (0, 0, 255)), exif=exif)
    image = load(path).image
    assert (image.width, image.height) == (1, 2)
    assert image.pixels[0, :, 0, 0].tolist() == [1.0, 0.0, 0.0]


def test_16_bit_greys_keep_their_depth(tmp_path: Path) -> None:
    deep = Pillow.fromarray(numpy.array([[1, 65535]], numpy.uint16))
    pixels = load(save(tmp_path, deep)).image.pixels
    assert torch.equal(pixels[0, 0, 0], torch.tensor([1 / 65535, 1.0]))


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        (Pillow.new("CMYK", (2, 1), (0, 255, 255, 0)), "picture.jpg"),
        (Pillow.new("P", (2, 1), 3), "picture.gif"),
        (Pillow.new("1", (2, 1), 1), "picture.png"),
        (Pillow.new("L", (2, 1), 7), "picture.webp"),
        (Pillow.new("F", (2, 1), 0.5), "picture.tif"),
        (Pillow.new("HSV", (2, 1)).convert("RGB"), "picture.bmp"),
    ],
)
def test_every_colour_mode_becomes_rgb(tmp_path: Path, picture: Pillow.Image, name: str) -> None:
    image = load(save(tmp_path, picture, name)).image
    assert image.pixels.shape == (1, 3, 1, 2)
    assert 0.0 <= float(image.pixels.min()) <= float(image.pixels.max()) <= 1.0


def test_the_first_frame_of_an_animation_is_taken(tmp_path: Path) -> None:
    red, blue = Pillow.new("RGB", (2, 1), "red"), Pillow.new("RGB", (2, 1), "blue")
    path = save(tmp_path, red, "picture.gif", save_all=True, append_images=[blue])
    assert load(path).image.pixels[0, :, 0, 0].tolist() == [1.0, 0.0, 0.0]


def test_a_relative_path_starts_at_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, Pillow.new("RGB", (2, 1)))
    monkeypatch.chdir(tmp_path)
    assert load("picture.png").image.width == 2
    assert list(LoadImage.reads({"path": "picture.png"})) == [tmp_path / "picture.png"]
    assert list(LoadImage.reads({"path": " "})) == []


def bomb() -> bytes:
    """A PNG that says it is 40,000 x 40,000."""
    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunks = (b"IHDR" + header, b"IDAT" + zlib.compress(bytes(1000)), b"IEND")
    framed = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def cut_off(name: str) -> bytes:
    """The first half of a picture file."""
    written = BytesIO()
    rows = numpy.random.default_rng(0).integers(0, 256, (64, 64, 3), numpy.uint8)
    Pillow.fromarray(rows).save(written, name)
    return written.getvalue()[: len(written.getvalue()) // 2]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a picture that can be read"),
        (b"not a picture", "is not a picture that can be read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is not a picture"),
        (bomb(), "more than 100 million pixels"),
        (cut_off("PNG"), "is damaged or cut off"),
        (cut_off("JPEG"), "is damaged or cut off"),
    ],
)
def test_what_is_no_whole_picture_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    with pytest.raises(NodeError, match=said) as refused:
        load(path)
    assert str(refused.value).startswith(str(path))
    assert str(refused.value).count("\n") == 0


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.png", tmp_path):
        with pytest.raises(NodeError, match="no picture file at"):
            load(path)


def test_an_empty_path_is_refused() -> None:
    with pytest.raises(NodeError, match="choose a file"):
        load("  ")
