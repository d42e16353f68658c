"""A blank latent becomes as large as its picture asks for, whatever the model's latents are."""

from __future__ import annotations

import pytest

from app.diffusion.latents.latents import blank_for, empty_latent
from app.diffusion.latents.sides import UnevenSize


@pytest.mark.parametrize(("factor", "places"), [(8, (4, 12)), (4, (8, 24)), (16, (2, 6))])
def test_its_places_follow_the_model(factor: int, places: tuple[int, int]) -> None:
    blank = blank_for(empty_latent(96, 32, 2), "SD 1", 4, factor)
    assert blank.samples.shape == (2, 4, *places)
    assert blank.factor == factor


def test_frames_stay_as_many() -> None:
    blank = blank_for(empty_latent(64, 32, 1, frames=5), "SD 1", 4, 4)
    assert blank.samples.shape == (1, 4, 5, 8, 16)


def test_a_size_that_the_model_cannot_have_is_refused() -> None:
    with pytest.raises(UnevenSize, match=r"40 x 32 is no size .* such as 32 x 32"):
        blank_for(empty_latent(40, 32, 1), "SD 1", 4, 16)
