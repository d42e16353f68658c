"""Several latents as one batch, and a batch as single latents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from app.sdk import Context, Latent, Node, Passes, Plain, ValueType, param, socket


class JoinLatents(Node):
    """Put latents of one family and size together, in the order of their wires."""

    category = "Latent"
    aliases = ("batch", "merge", "combine", "LatentBatch")

    latents: tuple[Latent, ...] = socket("The latents, any number of wires.", variadic=True)

    def run(self, ctx: Context) -> Annotated[Latent, "All of them as one batch."]:
        from app.diffusion.latents.batches import join_latents

        return join_latents(self.latents)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["latents"]} if "latents" in inputs else {}


class SplitLatents(Node):
    """Take a batch of latents apart, so that what follows works on each picture alone."""

    category = "Latent"
    aliases = ("batch", "separate", "list", "for each", "LatentFromBatch")

    latent: Latent = socket("The batch.")

    def run(self, ctx: Context) -> Annotated[tuple[Latent, ...], "The latents one by one."]:
        from app.diffusion.latents.latents import pictures

        return tuple(pictures(self.latent, place, 1) for place in range(len(self.latent)))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": replace(inputs["latent"], many=True)} if "latent" in inputs else {}


class RepeatLatent(Node):
    """Repeat every picture of a latent, for variations with seeds of their own."""

    category = "Latent"
    aliases = ("batch", "copies", "variations", "RepeatLatentBatch")

    latent: Latent = socket("The latent.")
    copies: int = param(default=2, low=1, high=256, tip="How often each picture is there.")

    def run(self, ctx: Context) -> Annotated[Latent, "The longer batch.", Passes("latent")]:
        from app.diffusion.latents.latents import repeated

        return repeated(self.latent, self.copies)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}
