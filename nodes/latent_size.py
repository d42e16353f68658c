"""Latents in another size or position."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Latent, Node, Passes, Plain, Size, ValueType, param, socket


class ResizeLatent(Node):
    """Change the size of a latent, for a second pass of a Sampler with *denoise* below 1.

    Decoding, resizing the picture and encoding it again is slower and sharper.
    """

    category = "Latent"
    aliases = ("latent upscale", "scale", "enlarge", "hires fix", "second pass")

    latent: Latent = socket("The latent.")
    by: Literal["factor", "size"] = param(
        default="factor", tip="Times as large, or a certain size."
    )
    factor: float = param(
        default=1.5, low=0.05, high=16.0, step=0.25, tip="How many times as large along each side."
    )
    size: Size = param(
        default=(1024, 1024),
        low=8,
        high=16384,
        step=8,
        unit="px",
        tip="Width and height of the picture, where a size is to be reached.",
    )
    method: Literal["nearest", "bilinear", "bicubic", "area"] = param(
        default="bicubic",
        tip="Nearest repeats places; bicubic is smoothest; area is meant for smaller sizes.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The resized latent.", Passes("latent")]:
        from app.diffusion.latents.arithmetic import scaled, sized

        if self.by == "factor":
            return scaled(self.latent, self.factor, self.method)
        return sized(self.latent, *self.size, self.method)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}


class CropLatent(Node):
    """Cut a rectangle out of a latent, in whole places of its grid (8 pixels of most families)."""

    category = "Latent"
    aliases = ("cut", "part", "LatentCrop")

    latent: Latent = socket("The latent.")
    left: int = param(
        default=0, low=0, high=16384, step=8, unit="px", tip="Distance from the left side."
    )
    top: int = param(default=0, low=0, high=16384, step=8, unit="px", tip="Distance from the top.")
    size: Size = param(
        default=(512, 512),
        low=1,
        high=16384,
        step=8,
        unit="px",
        tip="Width and height of the part of the picture to keep.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The part.", Passes("latent")]:
        from app.diffusion.latents.batches import crop_latent

        return crop_latent(self.latent, self.left, self.top, *self.size)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}


class TurnLatent(Node):
    """Mirror a latent, and turn it by quarters."""

    category = "Latent"
    aliases = ("rotate", "flip", "mirror")

    latent: Latent = socket("The latent.")
    mirror: Literal["none", "left to right", "top to bottom"] = param(
        default="none", tip="Which sides change places, before it is turned."
    )
    turn: Literal["none", "90° clockwise", "180°", "90° counterclockwise"] = param(
        default="none", tip="How far to turn it."
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The turned latent.", Passes("latent")]:
        from app.diffusion.latents.batches import turn_latent

        return turn_latent(self.latent, self.turn, self.mirror)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family stays."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}
