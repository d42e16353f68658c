"""Videos out of pictures, into files and back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch
from PIL import Image as PillowImage

from app.sdk import Image, NodeError, Video
from nodes.frames import MakeVideo, VideoFrames
from nodes.load_video import LoadVideo
from nodes.save_video import SaveVideo
from tests.nodes.desk import Desk


def fading(frames: int = 6, width: int = 48, height: int = 32) -> Video:
    """A video that grows brighter."""
    steps = torch.linspace(0.1, 0.9, frames).reshape(-1, 1, 1, 1)
    return Video(steps.expand(-1, 3, height, width).contiguous(), 8.0)


def saved(folder: Path, format: str, video: Video) -> list[Path]:
    """The files that Save Video writes."""
    node = SaveVideo(video=video, format=format, quality=95)
    files = node.run(Desk(folder)).files
    return [Path(file.path) for file in files]


def test_pictures_become_a_video_and_pictures_again() -> None:
    pictures = Image(fading().pixels)
    video = MakeVideo(frames=pictures, rate=12.0).run(Desk(Path()))
    assert (len(video), video.rate) == (6, 12.0)
    frames = VideoFrames(video=video).run(Desk(Path()))
    assert torch.equal(frames.frames.pixels, pictures.pixels)
    assert frames.rate == 12.0


@pytest.mark.parametrize("format", ["MP4", "WebM", "GIF"])
@pytest.mark.parametrize("size", [(48, 32), (47, 31)])
def test_a_saved_video_has_its_frames_and_rate(
    tmp_path: Path, format: str, size: tuple[int, int]
) -> None:
    pytest.importorskip("av")
    video = fading(6, *size)
    (file,) = saved(tmp_path, format, video)
    read = LoadVideo(path=str(file), count=0).run(Desk(tmp_path))
    assert len(read) == 6
    assert read.rate == pytest.approx(8.0, rel=0.05)
    height, width = (min(side) for side in ((32, size[1]), (48, size[0])))
    difference = read.pixels[..., :height, :width] - video.pixels
    assert difference.abs().mean() < 0.03


def test_an_animation_needs_no_package(tmp_path: Path) -> None:
    (file,) = saved(tmp_path, "WebP", fading())
    with PillowImage.open(file) as opened:
        assert getattr(opened, "n_frames", 1) == 6
        assert opened.info.get("loop", 0) == 0


def test_frames_are_saved_one_by_one(tmp_path: Path) -> None:
    files = saved(tmp_path, "PNG", fading(3))
    assert [file.suffix for file in files] == [".png"] * 3
    assert len({file.name for file in files}) == 3


def test_some_frames_are_taken(tmp_path: Path) -> None:
    pytest.importorskip("av")
    (file,) = saved(tmp_path, "MP4", fading())
    read = LoadVideo(path=str(file), first=2, count=3).run(Desk(tmp_path))
    assert len(read) == 3
    assert read.pixels[0].mean() == pytest.approx(fading().pixels[2].mean().item(), abs=0.03)


@pytest.mark.parametrize("content", [b"", b"no video", b"\0" * 4000])
def test_what_is_no_video_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("av")
    file = tmp_path / "x.mp4"
    file.write_bytes(content)
    with pytest.raises(NodeError, match=r"x\.mp4 cannot be read as a video") as caught:
        LoadVideo(path=str(file)).run(Desk(tmp_path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("what", ["a pipe", "a folder", "nothing", "a playlist"])
def test_what_is_no_video_neither_hangs_nor_leads_elsewhere(tmp_path: Path, what: str) -> None:
    pytest.importorskip("av")
    (named,) = saved(tmp_path / "other", "MP4", fading())
    path = tmp_path / "video.mp4"
    if what == "a pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no such pipes here")
        os.mkfifo(path)
    elif what == "a folder":
        path.mkdir()
    elif what == "a playlist":
        path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{named}\n#EXT-X-ENDLIST\n")
    with pytest.raises(NodeError, match=r"video\.mp4 cannot be read as a video"):
        LoadVideo(path=str(path)).run(Desk(tmp_path))
