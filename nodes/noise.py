"""Noise as a wire: of a seed, from a picture, or between two."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Latent, Node, Noise, Passes, Seed, noises, param, socket


class SeededNoise(Node):
    """Noise of a seed of its own, apart from the Sampler's."""

    category = "Sampling"
    aliases = ("RandomNoise", "variation seed", "seed")

    seed: Seed = param(default=0, tip="Same seed, same noise.")
    batch: Literal["counting", "same"] = param(
        default="counting",
        tip="Counting gives picture k of a batch the noise of seed + k; same gives all the same.",
    )

    def run(self, ctx: Context) -> Annotated[Noise, "The noise; for the Sampler."]:
        """Note the seed."""
        return Noise(noises.SeededNoise(self.seed, self.batch == "same"))


class NoiseFromLatent(Node):
    """Use a picture's latent as noise, moved and scaled to what noise is.

    What it shows comes through in the new picture, above all its light and its colours.
    """

    category = "Sampling"
    aliases = ("noise from picture", "latent noise")

    latent: Latent = socket("The latent; of the size of the pictures to make.")

    def run(self, ctx: Context) -> Annotated[Noise, "The noise; for the Sampler."]:
        """Move and scale it."""
        from app.diffusion.sampling.noise_sources import from_latent

        return from_latent(self.latent.samples)


class MixNoise(Node):
    """Noise between two others, for pictures that resemble both.

    A little of another seed gives a small variation of a picture.
    """

    category = "Sampling"
    aliases = ("variation strength", "subseed", "blend noise", "slerp")

    first: Noise = socket("The noise at 0.")
    second: Noise = socket("The noise at 1.")
    amount: float = param(
        default=0.1, low=0.0, high=1.0, step=0.01, tip="How far to go from the first to the second."
    )

    def run(self, ctx: Context) -> Annotated[Noise, "The mixed noise.", Passes("first")]:
        """Note both."""
        return Noise(noises.MixedNoise(self.first.source, self.second.source, self.amount))
