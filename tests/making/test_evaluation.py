"""Measurements are kept, told as a table, and what was painted once is not painted again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from resources.models.making.evaluation.asked import asked
from resources.models.making.evaluation.changes import instructed, obeyed, recoloured
from resources.models.making.evaluation.codec import psnr
from resources.models.making.evaluation.painting import Painter
from resources.models.making.evaluation.results import Results, Row, interval
from resources.models.making.judge.truth import attributes_of
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.sampling import held_out


class Toy:
    """Stands where a pipeline would: paints its seed as a gray, and counts its pictures."""

    def __init__(self) -> None:
        self.painted = 0

    def to(self, device: str) -> Toy:
        return self

    def set_progress_bar_config(self, disable: bool) -> None:
        assert disable

    def __call__(self, prompt: list[str], generator: list[torch.Generator], **given: Any) -> Any:
        self.painted += len(prompt)
        self.images = [
            Image.new("RGB", (8, 8), (one.initial_seed() % 256,) * 3) for one in generator
        ]
        return self


def test_a_picture_is_painted_once_for_the_same_weights(tmp_path: Path) -> None:
    toy, models = Toy(), tmp_path / "models"
    (models / "pocket").mkdir(parents=True)
    weights = models / "pocket" / "unet.safetensors"
    weights.write_bytes(b"one")
    given = [{"prompt": f"number {number}"} for number in range(11)]
    painter = Painter(models, tmp_path / "kept")
    first = painter.paint("toy", lambda _: toy, ["pocket"], given[:3])
    more = painter.paint("toy", lambda _: toy, ["pocket"], given)
    assert toy.painted == len(given)
    assert all(np.array_equal(*pair) for pair in zip(first, more[:3], strict=True))
    weights.write_bytes(b"two")
    painter.paint("toy", lambda _: toy, ["pocket"], given)
    assert toy.painted == 2 * len(given)


def test_a_picture_is_painted_again_when_something_else_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "models" / "pocket").mkdir(parents=True)
    toy, red, blue = Toy(), Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    painter = Painter(tmp_path / "models", tmp_path / "kept")
    for given in (
        {"prompt": "a cat"},
        {"prompt": "a duck"},
        {"prompt": "a duck", "guidance_scale": 2.0},
        {"prompt": "a duck", "image": red},
        {"prompt": "a duck", "image": blue},
    ):
        painted = toy.painted
        for _ in range(2):
            painter.paint("toy", lambda _: toy, ["pocket"], [given])
        assert toy.painted == painted + 1


def test_a_picture_that_was_cut_off_is_painted_again(tmp_path: Path) -> None:
    (tmp_path / "models" / "pocket").mkdir(parents=True)
    painter, toy = Painter(tmp_path / "models", tmp_path / "kept"), Toy()
    painter.paint("toy", lambda _: toy, ["pocket"], [{"prompt": "a cat"}])
    [kept] = (tmp_path / "kept").rglob("*.png")
    kept.rename(kept.with_suffix(".new"))
    painter.paint("toy", lambda _: toy, ["pocket"], [{"prompt": "a cat"}])
    assert toy.painted == 2
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_prompts_are_held_out_and_always_the_same() -> None:
    for kind in ("scene", "shape", "relation"):
        one = asked(kind, 3)
        assert held_out(one.picture)
        assert one == asked(kind, 3)
        assert one.shapes == (kind != "scene")


def test_results_outlive_a_stop(tmp_path: Path) -> None:
    row = Row("prompt obeyed, scenes", 0.97, 0.02, "≥ 97 %", "%", 100)
    Results(tmp_path).put("prompts", [row])
    again = Results(tmp_path)
    again.put("speed", [Row("seconds for a picture", 2.5, None, "≤ 4 s", "s", 5)])
    again.put("image", [Row("layout kept", 0.8, 0.3, "", "", 5, "another picture's layout")])
    lines = Results(tmp_path).table().splitlines()
    assert lines[2] == "| prompt obeyed, scenes | 97.0 % | 91.5 to 99.0 % | 2.0 % | ≥ 97 % | 100 |"
    assert lines[3] == "| seconds for a picture | 2.50 s |  |  | ≤ 4 s | 5 |"
    assert lines[4] == "| layout kept | 0.80 |  | 0.30 (another picture's layout) |  | 5 |"


def test_changes_lead_to_what_was_held_out() -> None:
    for number in range(4):
        before, told, attribute = recoloured(number, ("shape", "scene")[number % 2])
        assert held_out(told.picture)
        assert attributes_of(before)[attribute] != attributes_of(told.picture)[attribute]
        assert held_out(instructed(number)[1].after)


def test_a_picture_that_is_left_as_it_is_does_no_edit() -> None:
    cases = [instructed(number) for number in (1, 3)]
    assert obeyed([pixels_of(before) for before, _ in cases], cases) == (0.0, 1.0, 0.0)
    afters = [pixels_of(change.after) for _, change in cases]
    assert obeyed(afters, cases) == (1.0, 1.0, 1.0)


def test_noise_is_measured_in_decibels() -> None:
    gray = np.full((8, 8, 3), 100, np.uint8)
    assert psnr(gray, gray) == 99.0
    assert abs(psnr(gray, gray + 10) - 28.13) < 0.01


def test_few_pictures_prove_little() -> None:
    low, high = interval(1.0, 12)
    assert 0.75 < low < 0.76
    assert high == 1.0
    assert interval(0.0, 0) == (0.0, 1.0)
