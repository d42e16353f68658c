"""One picture on another, at any place."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from app.sdk import Context, Image, Mask, Node, Passes, param, socket
from app.sdk.shared_params import BlendMode, blend_param


class Composited(NamedTuple):
    """The picture, and where something was laid on it."""

    image: Annotated[Image, "Both as one, as large as the lower one.", Passes("base")]
    mask: Annotated[Mask, "White where the upper picture lies."]


class Composite(Node):
    """Lay a picture on another one at any place; what stands over is cut off.

    For two pictures of one size there is Blend.
    """

    category = "Image"
    aliases = ("paste", "place", "overlay", "layer", "collage", "logo")

    base: Image = socket("The lower picture.")
    over: Image = socket("The picture to lay on it.")
    mask: Mask | None = socket("Where the upper picture counts; as large as it is.")
    left: int = param(
        default=0,
        low=-16384,
        high=16384,
        unit="px",
        tip="How far from the left side; below 0 it begins outside.",
    )
    top: int = param(default=0, low=-16384, high=16384, unit="px", tip="How far from the top.")
    mode: BlendMode = blend_param()
    opacity: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="How much of the upper picture counts."
    )

    def run(self, ctx: Context) -> Composited:
        from app.diffusion.pictures.compositing import Layer, composite

        layer = Layer(self.left, self.top, self.mode, self.opacity)
        mask = self.mask.alpha if self.mask else None
        made, covered = composite(self.base.pixels, self.over.pixels, layer, mask)
        return Composited(Image(made), Mask(covered))
