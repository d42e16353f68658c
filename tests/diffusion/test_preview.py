"""Live previews: the guess of the end, in colours."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from diffusers import DDIMScheduler

from app.diffusion.sampling.network import Prediction
from app.diffusion.sampling.preview import FILE, Previewer, read_colours
from app.sdk import Model
from tests import components
from tests.diffusion import reference, workbench


def schedule(kind: str) -> str:
    """The trained schedule with another kind of prediction."""
    return json.dumps({**components.SCHEDULE, "prediction_type": kind})


@pytest.mark.parametrize("kind", ["epsilon", "v_prediction", "sample"])
def test_the_guess_is_the_schedulers_own(kind: str) -> None:
    samples, output = torch.randn(2, 1, 4, 8, 8, generator=torch.Generator().manual_seed(1))
    scheduler = DDIMScheduler(**{**reference.UNCLIPPED, "prediction_type": kind})
    scheduler.set_timesteps(10)
    timestep = scheduler.timesteps[4]
    guess = Previewer(workbench.model(schedule(kind))).guess(Prediction(samples, timestep, output))
    own = scheduler.step(output, timestep, samples).pred_original_sample
    torch.testing.assert_close(guess, own, rtol=1e-5, atol=1e-5)


def test_the_guess_knows_noise_that_begins_without_any_picture() -> None:
    trained = {"prediction_type": "v_prediction", "rescale_betas_zero_snr": True}
    samples, output = torch.randn(2, 1, 4, 8, 8, generator=torch.Generator().manual_seed(1))
    scheduler = DDIMScheduler(**reference.UNCLIPPED | trained | {"timestep_spacing": "trailing"})
    scheduler.set_timesteps(10)
    timestep = scheduler.timesteps[0]
    model = workbench.model(json.dumps(components.SCHEDULE | trained))
    guess = Previewer(model).guess(Prediction(samples, timestep, output))
    own = scheduler.step(output, timestep, samples).pred_original_sample
    torch.testing.assert_close(guess, own, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler", "Heun", "DDIM"])
def test_every_state_has_a_picture_of_the_size_of_its_latent(name: str) -> None:
    fold = workbench.trajectory(scheduler=name, latent=workbench.empty(width=80, height=48))
    state = fold.first()
    for index in range(len(fold.recipes)):
        state = fold.step(index, state)
        picture = fold.preview(index, state)
        assert picture is not None
        assert (picture.width, picture.height, len(picture.rgb)) == (10, 6, 180)


def test_a_state_that_was_kept_has_a_picture_too() -> None:
    kept = workbench.trajectory()
    state = kept.step(0, kept.first())
    assert workbench.trajectory().preview(0, state) is not None


def test_colours_come_from_the_file_beside_the_model(tmp_path: Path) -> None:
    colours = {"matrix": [[0.0] * 3] * 4, "bias": [1.0, 0.0, -1.0]}
    (tmp_path / FILE).write_text(json.dumps(colours), encoding="utf-8")
    usual = workbench.model()
    model = Model(replace(usual.weights, path=str(tmp_path)), usual.schedule)
    picture = Previewer(model).picture(torch.zeros(1, 4, 1, 1), None)
    assert picture is not None
    assert picture.rgb == bytes([255, 127, 0])


@pytest.mark.parametrize("text", ["", "[]", '{"matrix": 1, "bias": 2}', '{"matrix": [[1]]}'])
def test_a_file_that_is_no_colours_is_passed_over(text: str, tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(text, encoding="utf-8")
    assert read_colours(file) is None
