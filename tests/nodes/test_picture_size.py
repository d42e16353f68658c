"""The node that tells SDXL sizes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.sdk import Conditioning, ValueType
from app.sdk.courses import Later
from app.sdk.fingerprint import fingerprint
from app.sdk.picture_sizes import PictureSize as Told
from nodes.picture_size import HalfASize, PictureSize
from tests.diffusion.beds import XL


def told(conditioning: Conditioning, **sizes: Any) -> Conditioning:
    """A prompt through the node."""
    usual = {"original": (0, 0), "crop": (0, 0), "target": (0, 0), "looks": 0.0}
    return PictureSize(**{"conditioning": conditioning, **usual, **sizes}).run(XL.bench())


def test_what_is_left_at_nothing_is_that_of_the_picture() -> None:
    assert told(XL.conditioning(1)).sizes == Told()
    assert told(XL.conditioning(1), original=(96, 80)).sizes == Told(original=(96, 80))


def test_words_stay_and_count_together_with_the_sizes() -> None:
    plain = XL.conditioning(1)
    sized = told(plain, crop=(8, 0))
    assert sized.embeddings is plain.embeddings
    assert fingerprint(sized) != fingerprint(plain)
    assert fingerprint(sized) == fingerprint(told(plain, crop=(8, 0)))


def test_prompts_that_take_over_on_the_way_are_told_as_well() -> None:
    course = replace(XL.conditioning(1), later=(Later(0.5, XL.conditioning(2)),))
    sized = told(course, target=(64, 64))
    assert [part.value.sizes for part in sized.course] == [Told(target=(64, 64))] * 2
    assert [part.start for part in sized.course] == [0.0, 0.5]


@pytest.mark.parametrize("name", ["original", "target"])
def test_half_a_size_is_refused_before_the_run(name: str) -> None:
    whole = {"original": (0, 0), "target": (8, 8)}
    PictureSize.check(whole)
    with pytest.raises(HalfASize, match=f"{name} is 0 x 64"):
        PictureSize.check({**whole, name: (0, 64)})


def test_a_prompt_stays_of_its_family() -> None:
    prompt = ValueType("Conditioning").with_traits(family="SDXL", network="SDXL refiner")
    (found,) = PictureSize.describe({}, {"conditioning": prompt}).values()
    assert (found.trait("family"), found.trait("network")) == ("SDXL", "SDXL refiner")
