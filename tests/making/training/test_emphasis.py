"""Places of a picture that count more while the U-Net learns."""

from __future__ import annotations

import pytest
import torch

from resources.models.making.training.data import PictureSet
from resources.models.making.training.emphasis import boxes_of, emphasis, emphasis_of, often, shares
from resources.models.making.training.latents import Taught
from resources.models.making.world.picture import Scene, Shape, Shapes


def test_a_small_animal_counts_most_where_it_stands() -> None:
    """Sky and grass count once, as does the house, which is large enough."""
    scene = Scene(front="cat", front_place="left")
    counts = emphasis_of(scene)
    left, top, right, bottom = dict(boxes_of(scene))["cat"]
    middle = counts[int((top + bottom) * 16), int((left + right) * 16)]
    assert float(middle) == float(counts.max()) > 4.0
    assert float(counts.min()) == 1.0
    assert torch.equal(emphasis_of(Scene()), torch.ones(32, 32))


def test_a_smaller_shape_counts_more() -> None:
    """Each shape has about the same say."""

    def counted(size: str) -> float:
        shape = Shape("star", "red", size, "middle")
        return float(emphasis_of(Shapes((shape,), ("blue",))).max())

    assert counted("small") > counted("medium") >= counted("large") > 1.0


def test_every_picture_of_a_set_has_its_own() -> None:
    """In the order of their numbers, as latents have them."""
    pictures = PictureSet("base", 3)
    counts = emphasis(pictures)
    assert counts.shape == (3, 1, 32, 32)
    for number in range(3):
        assert torch.equal(counts[number, 0], emphasis_of(pictures.picture(number)).half())


def test_pictures_with_hard_things_are_chosen_more_often() -> None:
    """What is chosen is what was asked for, and no more than its share."""
    assert often(Scene(front="boat", ground="lake")) > often(Scene(front="cat")) > often(Scene())
    pictures = PictureSet("base", 4)
    assert shares(pictures).tolist() == pytest.approx(
        [often(pictures.picture(n)) for n in range(4)]
    )
    taught = Taught(torch.zeros(4, 4, 32, 32), torch.zeros(4, 1, 8), torch.tensor([0.0, 1, 0, 3]))
    numbers, _, _ = taught.chosen(torch.Generator().manual_seed(1), 400)
    assert set(numbers.tolist()) == {1, 3}
    assert 2.0 < (numbers == 3).sum() / (numbers == 1).sum() < 4.5
