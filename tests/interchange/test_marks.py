"""The mark of generated pictures, read by Pillow and an XML parser that know nothing of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
import torch
from PIL import Image as Pillow

from app import __version__
from app.diffusion.video.files import encode_animation, encode_with_codec
from app.interchange.embedding import Embedding, inscribed
from app.interchange.marks import COMPOSITE, TRAINED, VOCABULARY, Mark, mark_of, read_mark
from app.interchange.picture_graph import read_graph
from app.interchange.video_notes import animation_options, film_tags, with_mark
from app.interchange.xmp import packet
from app.sdk import Video
from app.sdk.saving import Inscription, Provenance, Saving
from tests.interchange.graphs import text_to_image

IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
DRAWN, GIVEN = Provenance(generated=True), Provenance(supplied=True)
REPAINTED = Provenance(generated=True, supplied=True)
CAPTURED = "digitalCapture"
Picture = Literal["PNG", "JPEG", "WebP"]


def saved(folder: Path, format: Picture, come: Provenance, saving: Saving | None = None) -> Path:
    """A picture of our graph that comes about like this."""
    inside = inscribed(Inscription(text_to_image(), saving or Saving(), come))
    path = folder / f"saved.{format.lower()}"
    Pillow.new("RGB", (8, 6)).save(path, format, **inside.options(format, 0, 8, 6))
    return path


def told(path: Path) -> dict[str, str]:
    """The properties of the IPTC in a picture."""
    with Pillow.open(path) as picture:
        xmp = picture.info["xmp"]
    root = ElementTree.fromstring(xmp if isinstance(xmp, str) else xmp.decode())
    [about] = root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description")
    found = about.attrib.items()
    return {name.removeprefix(IPTC): text for name, text in found if name.startswith(IPTC)}


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WebP"])
def test_a_generated_picture_says_so_and_by_what(tmp_path: Path, format: Picture) -> None:
    assert told(saved(tmp_path, format, DRAWN)) == {
        "DigitalSourceType": VOCABULARY + TRAINED,
        "AISystemUsed": "Latent Loom",
        "AISystemVersionUsed": __version__,
    }


def test_the_mark_can_be_switched_off_and_the_prompt_on(tmp_path: Path) -> None:
    assert told(saved(tmp_path, "PNG", DRAWN, Saving(mark=False))) == {}
    prompt = told(saved(tmp_path, "PNG", DRAWN, Saving(prompt=True)))["AIPromptInformation"]
    assert prompt == "a red house,\nat night"
    private = told(saved(tmp_path, "PNG", DRAWN, Saving("private", prompt=True)))
    assert "AIPromptInformation" not in private


def test_a_long_prompt_does_not_burst_a_jpeg(tmp_path: Path) -> None:
    inside = Embedding("", None, Mark(TRAINED), is_ours=True, prompt="<" * 70_000)
    path = tmp_path / "long.jpg"
    Pillow.new("RGB", (8, 6)).save(path, **inside.options("JPEG", 0, 8, 6))
    assert len(told(path)["AIPromptInformation"]) == 10_000


def test_a_picture_that_was_only_resized_carries_no_mark(tmp_path: Path) -> None:
    assert told(saved(tmp_path, "PNG", GIVEN)) == {}


def marked(folder: Path, source: str, name: str = "marked") -> Path:
    """A picture that another program marked."""
    xmp = packet({"Iptc4xmpExt:DigitalSourceType": VOCABULARY + source})
    path = folder / f"{name}.jpg"
    Pillow.new("RGB", (8, 6)).save(path, xmp=xmp.encode())
    return path


@pytest.mark.parametrize(
    ("inputs", "come", "wanted", "expected"),
    [
        ([TRAINED], GIVEN, True, TRAINED),
        ([TRAINED], GIVEN, False, TRAINED),
        ([COMPOSITE], GIVEN, False, COMPOSITE),
        ([CAPTURED], GIVEN, True, CAPTURED),
        ([TRAINED, CAPTURED], GIVEN, True, COMPOSITE),
        ([TRAINED, ""], GIVEN, False, COMPOSITE),
        ([CAPTURED, ""], GIVEN, True, ""),
        ([TRAINED], REPAINTED, False, TRAINED),
        ([COMPOSITE], REPAINTED, False, COMPOSITE),
        ([TRAINED, ""], REPAINTED, True, COMPOSITE),
        ([CAPTURED], REPAINTED, True, COMPOSITE),
        ([CAPTURED], REPAINTED, False, ""),
        ([""], REPAINTED, False, ""),
        ([], DRAWN, True, TRAINED),
        ([], DRAWN, False, ""),
        ([], GIVEN, True, ""),
    ],
)
def test_marks_of_inputs_are_kept(
    inputs: list[str], come: Provenance, wanted: bool, expected: str
) -> None:
    assert mark_of(come, [Mark(each) for each in inputs], wanted=wanted).source == expected


def test_a_picture_made_of_a_marked_file_is_marked_though_ours_is_off(tmp_path: Path) -> None:
    come = Provenance(supplied=True, files=(marked(tmp_path, TRAINED),))
    path = saved(tmp_path, "PNG", come, Saving("none", mark=False))
    assert told(path) == {"DigitalSourceType": VOCABULARY + TRAINED}
    assert read_graph(path) is None


def test_content_credentials_of_an_input_are_noted(tmp_path: Path) -> None:
    given = tmp_path / "signed.png"
    Pillow.new("RGB", (8, 6)).save(given)
    content = given.read_bytes()
    box = b"\0\0\0\x20jumbjumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\3c2pa\0"
    box += b"qdigitalSourceTypexF" + (VOCABULARY + TRAINED).encode() + b"lsoftwareAgent"
    chunk = len(box).to_bytes(4, "big") + b"caBX" + box + b"\0\0\0\0"
    given.write_bytes(content[:33] + chunk + content[33:])
    assert read_mark(given) == Mark(TRAINED, credentials=True)
    path = saved(tmp_path, "PNG", Provenance(supplied=True, files=(given,)))
    assert told(path)["DigitalSourceType"] == VOCABULARY + TRAINED
    with Pillow.open(path) as picture:
        assert 'loom:InputCredentials="C2PA"' in str(picture.info["xmp"])


@pytest.mark.parametrize(
    "text",
    [
        "<Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType>",
        '<Iptc4xmpExt:DigitalSourceType rdf:resource="{}"/>',
        "<d Iptc4xmpExt:DigitalSourceType='{}' />",
    ],
)
def test_every_spelling_of_xmp_is_understood(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.jpg"
    Pillow.new("RGB", (8, 6)).save(path, xmp=text.format(VOCABULARY + COMPOSITE).encode())
    assert read_mark(path) == Mark(COMPOSITE)


def test_what_is_no_picture_has_no_mark(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    for path in (tmp_path, tmp_path / "empty.png", tmp_path / "missing.png"):
        assert read_mark(path) == Mark()


def test_a_folder_of_pictures_hands_its_marks_on(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    marked(folder, TRAINED, "one")
    marked(folder, TRAINED, "two")
    path = saved(tmp_path, "PNG", Provenance(supplied=True, files=(folder,)), Saving(mark=False))
    assert told(path)["DigitalSourceType"] == VOCABULARY + TRAINED


def film(folder: Path, format: str, inside: Embedding) -> Path:
    """A small video that carries this."""
    video, path = Video(torch.rand(2, 3, 16, 24), 8.0), folder / f"film.{format.lower()}"
    if format == "GIF" or format == "WebP":
        options = animation_options(inside, format, 24, 16)
        content = encode_animation(video, format, 80, options, lambda: None)
    else:
        pytest.importorskip("av")
        assert format == "MP4" or format == "WebM"
        tags = film_tags(inside, format)
        content = encode_with_codec(video, format, 80, tags, lambda: None)
    path.write_bytes(with_mark(content, format, inside))
    return path


@pytest.mark.parametrize("format", ["MP4", "WebM", "GIF", "WebP"])
def test_videos_carry_the_mark_and_still_play(tmp_path: Path, format: str) -> None:
    path = film(tmp_path, format, inscribed(Inscription(text_to_image(), Saving(), DRAWN)))
    assert read_mark(path) == Mark(TRAINED)
    assert b"Latent Loom" in path.read_bytes()
    assert read_graph(path) == text_to_image()
    if format in ("GIF", "WebP"):
        with Pillow.open(path) as opened:
            assert opened.n_frames == 2
            opened.seek(1)
            opened.load()
    else:
        import av

        with av.open(str(path)) as opened:
            assert sum(1 for _ in opened.decode(video=0)) == 2


@pytest.mark.parametrize("format", ["MP4", "WebM", "GIF", "WebP"])
def test_a_video_without_graph_and_mark_tells_nothing(tmp_path: Path, format: str) -> None:
    path = film(tmp_path, format, inscribed(Inscription("", Saving("none", mark=False), DRAWN)))
    assert read_mark(path) == Mark()
    assert read_graph(path) is None
