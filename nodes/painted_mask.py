"""A mask painted by hand."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Mask, Node, param


class PaintedMask(Node):
    """A mask that was painted in the viewer, kept in the graph itself.

    Press P in the viewer to paint on any picture and use that as a mask. Edit paints on.
    """

    category = "Mask"
    aliases = ("paint", "draw", "brush", "inpaint")
    off_device = True

    mask: str = param(
        default="", tip="What is painted: white where something may happen.", control="mask"
    )
    feather: float = param(
        default=0.0,
        low=0.0,
        high=256.0,
        step=0.5,
        unit="px",
        tip="How far its border is softened: the standard deviation of a Gaussian blur.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The mask, as large as the picture under it."]:
        """Read the mask and soften it."""
        from app.diffusion.pictures import masks, painted

        return Mask(masks.blur(painted.painted(self.mask), self.feather))
