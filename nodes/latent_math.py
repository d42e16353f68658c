"""Latents added, mixed and laid on each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Latent, Mask, Node, Passes, Plain, ValueType, param, socket


class LatentMath(Node):
    """Add, subtract, multiply or mix latents of one family.

    Slerp mixes along an arc instead of a straight line, which keeps the strength of noise.
    """

    category = "Latent"
    aliases = ("add", "subtract", "multiply", "blend", "interpolate", "slerp", "mix", "average")

    first: Latent = socket("A latent.")
    second: Latent = socket("Another: as many pictures, or one for all.")
    operation: Literal["add", "subtract", "multiply", "blend", "slerp"] = param(
        default="blend",
        tip="Add and subtract take the amount times the second; multiply takes the amount times "
        "the first, and needs no second.",
    )
    amount: float = param(
        default=0.5,
        low=-10.0,
        high=10.0,
        step=0.05,
        tip="How much of the second; for blend and slerp 0 is the first and 1 the second.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The new latent.", Passes("first")]:
        from app.diffusion.latents.arithmetic import reckon

        return reckon(self.first, self.second, self.operation, self.amount)

    @classmethod
    def needs(cls, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Multiplying takes one latent alone."""
        return frozenset({"first"}) if parameters["operation"] == "multiply" else None

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["first"]} if "first" in inputs else {}


class CompositeLatent(Node):
    """Lay one latent on another, at any place and with soft edges."""

    category = "Latent"
    aliases = ("paste", "place", "merge", "layer", "LatentComposite")

    base: Latent = socket("The latent below.")
    over: Latent = socket("The latent to lay on it.")
    mask: Mask | None = socket("Where the upper one counts; without it everywhere.")
    left: int = param(
        default=0,
        low=-16384,
        high=16384,
        step=8,
        unit="px",
        tip="How far from the left side, in pixels of the picture; below 0 it begins outside.",
    )
    top: int = param(
        default=0, low=-16384, high=16384, step=8, unit="px", tip="How far from the top."
    )
    feather: int = param(
        default=0,
        low=0,
        high=4096,
        step=8,
        unit="px",
        tip="How far the sides that lie within the lower one go over into it.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "Both as one.", Passes("base")]:
        from app.diffusion.latents.composite import Spot, composite

        spot = Spot(self.left, self.top, self.feather)
        return composite(self.base, self.over, spot, self.mask)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["base"]} if "base" in inputs else {}
