"""Masks out of pictures, and back."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Mask, Node, param, socket


class MaskFromImage(Node):
    """Take the brightness or one colour of a picture as a mask."""

    category = "Mask"
    aliases = ("image to mask", "channel", "threshold", "luminance")

    image: Image = socket("The pictures.", each=True)
    channel: Literal["brightness", "red", "green", "blue"] = param(
        default="brightness", tip="What of the picture counts."
    )
    edge: Literal["soft", "hard"] = param(
        default="soft", tip="Soft keeps greys; hard makes everything black or white."
    )
    threshold: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="Where white begins with a hard edge."
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The mask."]:
        from app.diffusion.pictures import masks

        threshold = self.threshold if self.edge == "hard" else None
        return Mask(masks.from_picture(self.image.pixels, self.channel, threshold))


class ImageFromMask(Node):
    """Show a mask as a grey picture, so that everything made for pictures works on it."""

    category = "Mask"
    aliases = ("mask to image",)

    mask: Mask = socket("The mask.", each=True)

    def run(self, ctx: Context) -> Annotated[Image, "The mask as a picture."]:
        from app.diffusion.pictures import masks

        return Image(masks.to_picture(self.mask.alpha))
