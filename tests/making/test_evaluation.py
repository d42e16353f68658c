"""Measurements are kept, told as a table, and what was painted once is not painted again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from resources.models.making.evaluation.asked import asked
from resources.models.making.evaluation.codec import psnr
from resources.models.making.evaluation.painting import Painter
from resources.models.making.evaluation.results import Results, Row, interval
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
    lines = Results(tmp_path).table().splitlines()
    assert lines[2] == "| prompt obeyed, scenes | 97.0 % | 91.5 to 99.0 % | 2.0 % | ≥ 97 % | 100 |"
    assert lines[3] == "| seconds for a picture | 2.50 s |  |  | ≤ 4 s | 5 |"


def test_noise_is_measured_in_decibels() -> None:
    gray = np.full((8, 8, 3), 100, np.uint8)
    assert psnr(gray, gray) == 99.0
    assert abs(psnr(gray, gray + 10) - 28.13) < 0.01


def test_few_pictures_prove_little() -> None:
    low, high = interval(1.0, 12)
    assert 0.75 < low < 0.76
    assert high == 1.0
    assert interval(0.0, 0) == (0.0, 1.0)
