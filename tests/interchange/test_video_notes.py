"""The graph inside of videos, and files that only look like them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Literal

import pytest
import torch

from app.diffusion.video.files import encode_animation, encode_with_codec
from app.interchange.picture_graph import read_graph
from app.interchange.video_notes import animation_note
from app.sdk import Video
from tests.interchange.graphs import text_to_image

GRAPHS = [
    text_to_image(),
    '{"ünïcode": "猫 & <tag> \\"quoted\\""}',
    '{"long": "' + "word " * 30000 + '"}',
]
ENDINGS = ("mp4", "webm", "gif", "webp")


def written(folder: Path, ending: str, graph: str) -> Path:
    """A small video with a graph inside."""
    video, path = Video(torch.rand(3, 3, 16, 24), 8.0), folder / f"video.{ending}"
    if ending == "gif":
        note = animation_note(graph, "GIF", 24, 16)
        content = encode_animation(video, "GIF", 80, note, lambda: None)
    elif ending == "webp":
        note = animation_note(graph, "WebP", 24, 16)
        content = encode_animation(video, "WebP", 80, note, lambda: None)
    else:
        pytest.importorskip("av")
        format: Literal["MP4", "WebM"] = "MP4" if ending == "mp4" else "WebM"
        content = encode_with_codec(video, format, 80, graph, lambda: None)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("graph", GRAPHS, ids=["plain", "odd letters", "long"])
def test_a_graph_comes_back_as_it_was(tmp_path: Path, ending: str, graph: str) -> None:
    assert read_graph(written(tmp_path, ending, graph)) == graph


@pytest.mark.parametrize("ending", ["mp4", "webm", "gif"])
@pytest.mark.parametrize("note", ["", "holidays in Rome"])
def test_a_video_of_another_program_holds_no_graph(tmp_path: Path, ending: str, note: str) -> None:
    assert read_graph(written(tmp_path, ending, note)) is None


@pytest.mark.parametrize("ending", ENDINGS)
def test_damage_is_no_graph_or_the_graph_or_other_text_but_never_a_crash(
    tmp_path: Path, ending: str
) -> None:
    path = written(tmp_path, ending, text_to_image())
    whole, chance = path.read_bytes(), random.Random(4)
    for _ in range(150):
        broken = bytearray(
            whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole
        )
        for _ in range(chance.randrange(1, 12)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        found = read_graph(path)
        assert found is None or isinstance(found, str)


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("mp4", b""),
        ("mp4", b"\0\0\0\0moov" * 3),
        ("mp4", b"\0\0\0\1moov" + b"\xff" * 8),
        ("mp4", b"\0\0\0\x08moov" * 1000),
        ("webm", b""),
        ("webm", b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" * 2),
        ("webm", b"\x00" * 64),
        ("webm", b"\xec\x80" * 1000),
    ],
)
def test_boxes_that_lie_about_their_size_are_left(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    path = tmp_path / f"video.{ending}"
    path.write_bytes(content)
    assert read_graph(path) is None
