"""One model that takes over from another in the course of a sampling."""

from __future__ import annotations

from app.diffusion.sampling.schedulers import read_schedule
from app.sdk.errors import NodeError
from app.sdk.models import Model

# What two networks must have been trained alike in, with the defaults of diffusers.
_LEVELS = {
    "num_train_timesteps": 1000,
    "beta_start": 0.0001,
    "beta_end": 0.02,
    "beta_schedule": "linear",
    "trained_betas": None,
    "rescale_betas_zero_snr": False,
}


class FamiliesOfModelsDiffer(NodeError):
    """Two models of different kinds."""

    english = (
        "The second model is {after} and the first is {before}: "
        "only a model of the same kind can take over."
    )


class LatentsOfModelsDiffer(NodeError):
    """Two models that work on latents with different numbers of channels."""

    english = (
        "The second model works on latents of {after} channels and the first on {before}: "
        "only a model with the same latents can take over."
    )


class ScalesOfModelsDiffer(NodeError):
    """Two models whose latents are of different sizes for the same picture."""

    english = (
        "The second model works on latents {after} times smaller than the picture and the first on "
        "latents {before} times smaller: only a model with the same latents can take over."
    )


class SeenDiffers(NodeError):
    """Two models of which only one sees a mask or a picture beside the latent."""

    english = (
        "One of the two models sees a mask or a picture beside the latent, and the other does not: "
        "only a model that sees the same can take over."
    )


class PredictionsDiffer(NodeError):
    """Two models that predict different things."""

    english = (
        "The second model predicts {after} and the first {before}: "
        "only a model that predicts the same can take over."
    )


class NoiseLevelsDiffer(NodeError):
    """Two models that were trained on different noise levels."""

    english = (
        "The two models were trained on different noise levels ({name}): "
        "only a model with the same ones can take over."
    )


def hand_over(before: Model, after: Model, start: float) -> Model:
    """``before`` with ``after`` taking over at the place ``start``; raises NodeError."""
    for part in after.course:
        _check(before, part.value)
    return before.followed_by(after, start)


def _check(before: Model, after: Model) -> None:
    """Raise NodeError where ``after`` cannot go on with what ``before`` began."""
    if before.weights.family != after.weights.family:
        raise FamiliesOfModelsDiffer(before=before.weights.family, after=after.weights.family)
    if before.channels != after.channels:
        raise LatentsOfModelsDiffer(before=before.channels, after=after.channels)
    if before.factor != after.factor:
        raise ScalesOfModelsDiffer(before=before.factor, after=after.factor)
    if before.takes != after.takes:
        raise SeenDiffers
    one, other = read_schedule(before.schedule), read_schedule(after.schedule)
    kinds = [schedule.get("prediction_type", "epsilon") for schedule in (one, other)]
    if kinds[0] != kinds[1]:
        raise PredictionsDiffer(before=kinds[0], after=kinds[1])
    for name, default in _LEVELS.items():
        if one.get(name, default) != other.get(name, default):
            raise NoiseLevelsDiffer(name=name)
