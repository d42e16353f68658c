"""Controls are what our own nodes make of a picture."""

from __future__ import annotations

import numpy as np

from resources.models.making.training.control import depths, outlines
from resources.models.making.training.data import PictureSet
from resources.models.making.training.inpaint import mask_about, random_mask
from resources.models.making.world.drawing import draw
from resources.models.making.world.picture import PARTS

SCENES = PictureSet("control-test", 4, (("scene", 1.0),))


def test_outlines_are_thin_and_white_on_black() -> None:
    found = outlines(SCENES, 0)
    assert found.shape == (128, 128)
    assert set(np.unique(found)) == {0, 255}
    assert 0.01 < (found > 0).mean() < 0.3


def test_near_ground_is_brighter_than_the_sky() -> None:
    found = depths(SCENES, 1)
    assert found.shape == (128, 128)
    assert found[-2].mean() > found[1].mean() + 50


def test_masks_are_of_all_sizes_but_seldom_empty() -> None:
    shares = [random_mask(SCENES.random(number, "mask")).mean() for number in range(200)]
    assert sum(share == 0.0 for share in shares) < 10
    assert min(shares) < 0.1
    assert max(shares) > 0.5


def test_a_mask_about_a_thing_hides_it_and_little_more() -> None:
    shapes = PictureSet("mask-test", 30, (("shape", 1.0),))
    for number in range(shapes.count):
        picture = shapes.picture(number)
        hidden = mask_about(picture, shapes.random(number, "mask"))
        shape = draw(picture).mask(*PARTS) & ~draw(picture).mask("background")
        assert (shape & ~hidden).sum() < 0.02 * shape.sum()
        assert hidden.mean() < 0.75
