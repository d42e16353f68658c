"""Pictures in another position or size."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Node, Passes, param, socket


class Turn(Node):
    """Mirror pictures, and turn them by quarters."""

    category = "Image"
    aliases = ("rotate", "flip", "mirror", "transpose")

    image: Image = socket("The pictures.")
    mirror: Literal["none", "left to right", "top to bottom"] = param(
        default="none", tip="Which sides change places, before they are turned."
    )
    turn: Literal["none", "90° clockwise", "180°", "90° counterclockwise"] = param(
        default="none", tip="How far to turn them."
    )

    def run(self, ctx: Context) -> Annotated[Image, "The turned pictures.", Passes("image")]:
        from app.diffusion.pictures.turning import turned

        return Image(turned(self.image.pixels, self.turn, self.mirror))


class Scale(Node):
    """Make pictures some times as large, or as small; for a certain size there is Resize."""

    category = "Image"
    aliases = ("upscale", "enlarge", "shrink", "factor", "resize by")

    image: Image = socket("The pictures.")
    factor: float = param(
        default=2.0, low=0.01, high=16.0, step=0.25, tip="How many times as large along each side."
    )
    multiple: int = param(
        default=8,
        low=1,
        high=256,
        unit="px",
        tip="Both sides become multiples of this; latents need 8, some models 16 or 64.",
    )
    method: Literal["lanczos", "bicubic", "bilinear", "nearest"] = param(
        default="lanczos", tip="Lanczos is sharpest; nearest keeps hard pixels."
    )

    def run(self, ctx: Context) -> Annotated[Image, "The scaled pictures.", Passes("image")]:
        from app.diffusion.pictures.adjusting import scaled_size
        from app.diffusion.pictures.pictures import resize

        image = self.image
        width, height = scaled_size(image.width, image.height, self.factor, self.multiple)
        return Image(resize(image.pixels, width, height, "stretch", self.method))
