"""Pictures made to harm, or only unusual: a right picture or one sentence, within little memory."""

from __future__ import annotations

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import numpy
import psutil
import pytest
from PIL import Image as Pillow

from app.interchange.picture_graph import read_graph
from app.sdk import NodeError
from nodes.load_image import LoadImage
from tests.nodes.desk import Desk
from tests.test_bad_luck import MEBIBYTE, limit

RED = [1.0, 0.0, 0.0]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG file."""
    framed = struct.pack(">I", len(content)) + kind + content
    return framed + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, *before: bytes, pixels: bytes, depth: int = 8) -> bytes:
    """A PNG file in RGB; ``pixels`` as they are before they are packed."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(pixels))
    return b"".join(
        [b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", head), *before, data, chunk(b"IEND", b"")]
    )


def icon_of(content: bytes) -> bytes:
    """An ICO file that says nothing of how large the PNG file in it is."""
    entry = struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(content), 22)
    return struct.pack("<HHH", 0, 1, 1) + entry + content


def written(picture: Pillow.Image, format: str, **options: object) -> bytes:
    """A picture as a file."""
    content = BytesIO()
    picture.save(content, format, **options)
    return content.getvalue()


DOT = b"\0" + bytes([255, 0, 0])
PACKED = zlib.compress(bytes(2 * MEBIBYTE))
FLAT = Pillow.new("RGB", (4, 4), (255, 0, 0))
NEXT = [Pillow.new("RGB", (4, 4), (0, 0, number)) for number in range(1, 9)]
TURNED = Pillow.Exif()
TURNED[0x0112] = 6

OPENED = {
    "2 MiB in a compressed text": png(1, 1, chunk(b"zTXt", b"a\0\0" + PACKED), pixels=DOT),
    "2 MiB in an international text": png(
        1, 1, chunk(b"iTXt", b"a\0\1\0\0\0" + PACKED), pixels=DOT
    ),
    "2 MiB in a colour profile": png(1, 1, chunk(b"iCCP", b"a\0\0" + PACKED), pixels=DOT),
    "70 texts of 1 MiB": png(
        1, 1, *(chunk(b"tEXt", b"k\0" + bytes([65]) * MEBIBYTE) for _ in range(70)), pixels=DOT
    ),
    "more pixels than it says": png(1, 1, pixels=DOT + bytes(50 * MEBIBYTE)),
    "16 bits for each colour": png(1, 1, pixels=b"\0\xff\xff\0\0\0\0", depth=16),
    "CMYK": written(Pillow.new("CMYK", (1, 1), (0, 255, 255, 0)), "JPEG"),
    "animated PNG": written(FLAT, "PNG", save_all=True, append_images=NEXT),
    "animated WebP": written(FLAT, "WEBP", save_all=True, append_images=NEXT, lossless=True),
    "animated GIF": written(FLAT, "GIF", save_all=True, append_images=NEXT),
}


def bmp(width: int, height: int) -> bytes:
    """The head of a BMP file."""
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head


HUGE = png(65_000, 65_000, pixels=bytes(1000))
NOISE = Pillow.fromarray(numpy.random.default_rng(0).integers(0, 256, (64, 64, 3), numpy.uint8))
REFUSED = {
    "PNG of 65,000 x 65,000": (HUGE, "more than 100 million pixels"),
    "icon with such a PNG": (icon_of(HUGE), "more than 100 million pixels"),
    "BMP of 65,000 x 65,000": (bmp(65_000, 65_000), "more than 100 million pixels"),
    "PPM of 65,000 x 65,000": (b"P6 65000 65000 255\n", "more than 100 million pixels"),
    "SVG": (SVG, "is not a picture that can be read"),
    **{
        f"half a {format}": (written(NOISE, format)[:900], "is damaged or cut off")
        for format in ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "TGA")
    },
}


def put(folder: Path, content: bytes) -> Path:
    """The content as a file that says it is a PNG."""
    path = folder / "picture.png"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets such limits")
def test_an_unusual_picture_is_right_and_takes_little_memory(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, OPENED[name])
    room = psutil.Process().memory_info().vms + 300 * MEBIBYTE
    with limit("RLIMIT_AS", room):
        image = LoadImage(path=str(path)).run(Desk()).image
        assert read_graph(path) is None
    assert image.pixels[0, :, 0, 0].tolist() == pytest.approx(RED, abs=0.01)


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets such limits")
def test_a_picture_that_cannot_be_right_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    path = put(tmp_path, content)
    room = psutil.Process().memory_info().vms + 300 * MEBIBYTE
    with limit("RLIMIT_AS", room), pytest.raises(NodeError, match=said) as refused:
        LoadImage(path=str(path)).run(Desk())
    assert str(refused.value).count("\n") == 0
    assert read_graph(path) is None


def test_a_picture_whose_texts_are_left_out_is_turned_all_the_same(tmp_path: Path) -> None:
    wide = written(Pillow.new("RGB", (2, 1)), "PNG", exif=TURNED)
    text = chunk(b"zTXt", b"a\0\0" + PACKED)
    path = put(tmp_path, wide[:33] + text + wide[33:])
    image = LoadImage(path=str(path)).run(Desk()).image
    assert (image.width, image.height) == (1, 2)


@pytest.mark.filterwarnings("ignore:Image was not the expected size")
def test_an_icon_with_a_larger_picture_than_it_may_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.diffusion.pictures import files

    monkeypatch.setattr(files, "LARGEST", 300 * 300)
    inside = written(Pillow.new("RGB", (301, 301)), "PNG")
    with pytest.raises(NodeError, match="which is too many"):
        LoadImage(path=str(put(tmp_path, icon_of(inside)))).run(Desk())
