"""A mask that was painted, as a node's value."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
import torch
from PIL import Image as Pillow

from app.diffusion.pictures.painted import DamagedMask, NothingPainted, painted
from nodes.painted_mask import PaintedMask
from tests.nodes.desk import Desk


def text(*greys: int) -> str:
    """A mask of one row."""
    picture = Pillow.new("L", (len(greys), 1))
    picture.putdata(greys)
    written = BytesIO()
    picture.save(written, "PNG")
    return base64.b64encode(written.getvalue()).decode()


def test_white_is_one_and_black_is_nothing() -> None:
    mask = painted(text(0, 51, 255))
    assert mask.shape == (1, 1, 1, 3)
    assert torch.equal(mask.flatten(), torch.tensor([0.0, 0.2, 1.0]))


def test_the_node_softens_its_border() -> None:
    hard = PaintedMask(mask=text(0, 0, 0, 255, 255, 255)).run(Desk())
    soft = PaintedMask(mask=text(0, 0, 0, 255, 255, 255), feather=1.0).run(Desk())
    assert set(hard.alpha.flatten().tolist()) == {0.0, 1.0}
    assert 0.0 < float(soft.alpha[0, 0, 0, 2]) < 0.5


def test_an_empty_text_says_what_to_do() -> None:
    with pytest.raises(NothingPainted, match="paint"):
        painted(" ")


@pytest.mark.parametrize("damaged", ["%%%", "bm8gcGljdHVyZQ==", text(1, 2, 3)[:48]])
def test_a_damaged_text_is_told(damaged: str) -> None:
    with pytest.raises(DamagedMask):
        painted(damaged)
