"""Graph, prompt and origin inside of pictures, and the way back."""

from __future__ import annotations

import base64
import random
import zlib
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import pytest
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from app.interchange import picture_graph
from app.interchange.embedding import embed
from app.interchange.picture_graph import read_graph
from tests.interchange.graphs import graph_text, image_to_image, text_to_image

Format = Literal["PNG", "JPEG", "WebP"]
FORMATS: tuple[Format, ...] = ("PNG", "JPEG", "WebP")
ENDINGS = {"PNG": "png", "JPEG": "jpg", "WebP": "webp"}


def saved(folder: Path, format: Format, graph: str) -> Path:
    path = folder / f"picture.{ENDINGS[format]}"
    Pillow.new("RGB", (8, 6)).save(path, format, **embed(graph).options(format, 0, 8, 6))
    return path


def marks(path: Path) -> str:
    """The XMP of a picture."""
    with Pillow.open(path) as picture:
        found = picture.info["xmp"]
        return found.decode() if isinstance(found, bytes) else str(found)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("graph", [text_to_image(), '{"ünïcode": "猫 & <tag> \\"quoted\\""}'])
def test_a_graph_comes_back_as_it_was(tmp_path: Path, format: Format, graph: str) -> None:
    assert read_graph(saved(tmp_path, format, graph)) == graph


@pytest.mark.parametrize("format", FORMATS)
def test_the_mark_of_generated_media_is_written(tmp_path: Path, format: Format) -> None:
    kind = "digitalsourcetype/trainedAlgorithmicMedia"
    assert kind in marks(saved(tmp_path, format, text_to_image()))
    assert kind in marks(saved(tmp_path, format, ""))
    composite = "digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
    assert composite in marks(saved(tmp_path, format, image_to_image()))


def test_a_picture_that_no_network_made_is_not_marked(tmp_path: Path) -> None:
    nodes: dict[str, Any] = {"file": ("LoadImage", {"path": "x.png"}), "save": ("SaveImage", {})}
    path = saved(tmp_path, "PNG", graph_text(nodes, {"save.image": "file.image"}))
    assert "DigitalSourceType" not in marks(path)


@pytest.mark.parametrize("format", FORMATS)
def test_the_mark_is_well_formed(tmp_path: Path, format: Format) -> None:
    root = ElementTree.fromstring(marks(saved(tmp_path, format, text_to_image())))
    [description] = root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description")
    named = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
    assert description.attrib[named].startswith("http://cv.iptc.org/newscodes/")


def test_other_programs_find_the_prompt(tmp_path: Path) -> None:
    with Pillow.open(saved(tmp_path, "PNG", text_to_image())) as picture:
        assert picture.info["parameters"].startswith("a red house,\nat night\nNegative prompt: ")
    for format in ("JPEG", "WebP"):
        with Pillow.open(saved(tmp_path, format, text_to_image())) as picture:
            comment = picture.getexif().get_ifd(0x8769)[0x9286]
        assert comment[:8] == b"UNICODE\0"
        assert comment[8:].decode("utf-16-be").startswith("a red house,\nat night\nNegative")


def test_text_in_a_png_is_never_compressed(tmp_path: Path) -> None:
    graph = '{"text": "' + "x" * 3_000_000 + '"}'
    path = saved(tmp_path, "PNG", graph)
    assert b"zTXt" not in path.read_bytes()
    with Pillow.open(path) as picture:
        picture.load()
    assert read_graph(path) == graph


def test_a_graph_too_large_for_a_jpeg_is_left_out_and_the_picture_saved(tmp_path: Path) -> None:
    graph = random.Random(0).randbytes(100_000).hex()
    path = saved(tmp_path, "JPEG", graph)
    assert read_graph(path) is None
    assert "trainedAlgorithmicMedia" in marks(path)
    assert read_graph(saved(tmp_path, "WebP", graph)) in (None, graph)


def test_a_prompt_too_long_for_exif_is_left_out() -> None:
    nodes = {"good": ("TextEncoder", {"text": "x" * 70_000}), "s": ("Sampler", {"steps": 1})}
    graph = graph_text(nodes, {"s.positive": "good.conditioning"})
    assert "exif" not in embed(graph).options("JPEG", 0, 8, 6)


def test_what_holds_no_graph_gives_none(tmp_path: Path) -> None:
    plain, text = tmp_path / "plain.png", tmp_path / "text.png"
    Pillow.new("RGB", (8, 6)).save(plain)
    text.write_text("no picture")
    for path in (plain, text, tmp_path, tmp_path / "missing.png"):
        assert read_graph(path) is None


def test_half_a_picture_gives_the_graph_or_none(tmp_path: Path) -> None:
    whole = saved(tmp_path, "PNG", text_to_image()).read_bytes()
    cut = tmp_path / "cut.png"
    for length in range(0, len(whole), 97):
        cut.write_bytes(whole[:length])
        assert read_graph(cut) in (None, text_to_image())


def packet(packed: bytes) -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/" loom:Graph="' + packed + b'"/>'


@pytest.mark.parametrize(
    "packed", [b"", b"A", b"AAAA", base64.b64encode(zlib.compress(b"\xff")), b"eJwD"]
)
def test_a_broken_graph_in_a_jpeg_gives_none(tmp_path: Path, packed: bytes) -> None:
    path = tmp_path / "broken.jpg"
    Pillow.new("RGB", (8, 6)).save(path, xmp=packet(packed))
    assert read_graph(path) is None


def test_a_graph_that_unpacks_to_too_much_gives_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_graph, "LARGEST_GRAPH", 1000)
    jpeg, png = tmp_path / "bomb.jpg", tmp_path / "bomb.png"
    Pillow.new("RGB", (8, 6)).save(
        jpeg, xmp=packet(base64.b64encode(zlib.compress(bytes(1_000_000))))
    )
    chunks = PngInfo()
    chunks.add_text("latent-loom", "x" * 1001, zip=True)
    Pillow.new("RGB", (8, 6)).save(png, pnginfo=chunks)
    assert read_graph(jpeg) is None
    assert read_graph(png) is None
