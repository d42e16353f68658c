"""Noise levels for work in two parts."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from app.sdk import Context, Node, Sigmas, param, socket


class Halves(NamedTuple):
    """Two parts of a way."""

    noisy: Annotated[Sigmas, "The levels up to that step."]
    clean: Annotated[Sigmas, "The levels from there on."]


class SplitNoiseLevels(Node):
    """Cut noise levels into those for a first and those for a second Sampler.

    Give the second one the latent of the first, and no fresh noise.
    """

    category = "Sampling"
    aliases = ("SplitSigmas", "sigmas", "two parts")

    sigmas: Sigmas = socket("The noise levels.")
    step: int = param(default=10, low=1, high=200, tip="After how many steps to cut.")

    def run(self, ctx: Context) -> Halves:
        """Both halves have the level at the cut."""
        from app.diffusion.sampling.noise_levels import split

        return Halves(*split(self.sigmas, self.step))
