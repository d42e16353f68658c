"""What a half-done latent shows: the network's guess of the end, mapped to colours by a matrix."""

from __future__ import annotations

import json
import math
from functools import cached_property, lru_cache
from pathlib import Path

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.sampling.flow import is_flow
from app.diffusion.sampling.network import Prediction
from app.diffusion.sampling.schedulers import read_schedule
from app.diffusion.video.frames import apart
from app.sdk.context import Picture
from app.sdk.models import Model

FILE = "preview.json"
"""Beside a model whose latents have colours of their own: ``{"matrix": 4 x 3, "bias": 3}``."""


class Previewer:
    """Makes small pictures, one pixel a latent place, in well under a millisecond."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def picture(self, samples: Tensor, prediction: Prediction | None) -> Picture | None:
        """The first picture of (n, channels, height, width), from the network's last answer.

        Of a video it is the frame in the middle.
        Without a prediction (a state that was kept from before) the noisy latent itself is shown.
        """
        if samples.shape[1] != len(self._matrix):
            return None
        clean = samples[:1] / samples[:1].std().clamp(min=1)
        if prediction is not None:
            clean = self.guess(prediction)[:1]
        frames = apart(clean)
        clean = frames[len(frames) // 2 :]
        planes = torch.einsum("chw,cr->hwr", clean[0].float().cpu(), self._matrix) + self._bias
        pixels = ((planes + 1) * 127.5).clamp(0, 255).byte().contiguous()
        height, width, _ = pixels.shape
        return Picture(width, height, pixels.numpy().tobytes())

    def guess(self, prediction: Prediction) -> Tensor:
        """The clean latent that the network has in mind.

        Every scheduler hands the network a sample of unit variance, so that one formula a kind of
        prediction serves them all (Salimans and Ho 2022, appendix D); or one on the straight way,
        where the network says how it goes from the picture to the noise.
        """
        if self._is_flow:
            share = float(prediction.timestep) / self._steps
            return prediction.model_input - share * prediction.output
        signal = self._signal(float(prediction.timestep))
        keep, noise = signal**0.5, (1 - signal) ** 0.5
        guess = prediction.output
        if self._kind == "v_prediction":
            guess = keep * prediction.model_input - noise * guess
        elif self._kind == "epsilon":
            guess = (prediction.model_input - noise * guess) / max(keep, 1e-4)
        return guess

    def _signal(self, timestep: float) -> float:
        """The share of the picture in the variance at ``timestep``, which may lie between two."""
        if read_schedule(self._model.schedule).get("timestep_type") == "continuous":
            # Such a timestep is a quarter of the logarithm of the noise level.
            return 1 / (1 + math.exp(min(8 * timestep, 80.0)))
        last = len(self._signals) - 1
        place = min(max(timestep, 0.0), last)
        low = int(place)
        high, part = min(low + 1, last), place - low
        return float(self._signals[low] * (1 - part) + self._signals[high] * part)

    @cached_property
    def _is_flow(self) -> bool:
        return is_flow(read_schedule(self._model.schedule))

    @cached_property
    def _steps(self) -> int:
        return int(read_schedule(self._model.schedule).get("num_train_timesteps", 1000))

    @cached_property
    def _kind(self) -> str:
        return str(read_schedule(self._model.schedule).get("prediction_type", "epsilon"))

    @property
    def _signals(self) -> Tensor:
        return signals(self._model.schedule)

    @cached_property
    def _colours(self) -> tuple[Tensor, Tensor]:
        weights = self._model.weights
        own = read_colours(weights.place / FILE) if weights.path else None
        if own is not None:
            return own
        colours = families.of(self._model.weights.family).colours
        return torch.tensor(colours.matrix), torch.tensor(colours.bias)

    @property
    def _matrix(self) -> Tensor:
        return self._colours[0]

    @property
    def _bias(self) -> Tensor:
        return self._colours[1]


@lru_cache(maxsize=8)
def signals(schedule: str) -> Tensor:
    """(timesteps,): the share of the picture in the variance, from a trained schedule as JSON."""
    from diffusers import DDPMScheduler

    trained = read_schedule(schedule)
    names = (
        *("num_train_timesteps", "beta_start", "beta_end", "beta_schedule"),
        *("trained_betas", "rescale_betas_zero_snr"),
    )
    settings = {name: trained[name] for name in names if name in trained}
    shares: Tensor = DDPMScheduler(**settings).alphas_cumprod
    return shares


def read_colours(file: Path) -> tuple[Tensor, Tensor] | None:
    """Matrix (channels, 3) and bias (3,) from a file; None where it is missing or no such thing."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        matrix, bias = torch.tensor(read["matrix"]).float(), torch.tensor(read["bias"]).float()
    except (OSError, ValueError, TypeError, KeyError, RuntimeError):
        return None
    right = matrix.ndim == 2 and matrix.shape[1] == 3 and bias.shape == (3,)
    return (matrix, bias) if right else None
