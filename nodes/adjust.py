"""Light, colour and sharpness of pictures."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Node, Passes, param, socket


class Adjust(Node):
    """Change brightness, contrast, saturation and gamma of pictures."""

    category = "Image"
    aliases = ("color correct", "light", "exposure", "levels", "grey", "desaturate")

    image: Image = socket("The pictures.")
    brightness: float = param(
        default=0.0, low=-1.0, high=1.0, step=0.05, tip="Added to every pixel."
    )
    contrast: float = param(
        default=1.0, low=0.0, high=4.0, step=0.05, tip="0 is grey everywhere, 1 changes nothing."
    )
    saturation: float = param(
        default=1.0, low=0.0, high=4.0, step=0.05, tip="0 takes all colour, 1 changes nothing."
    )
    gamma: float = param(
        default=1.0,
        low=0.1,
        high=10.0,
        step=0.05,
        tip="Above 1 makes middle shades brighter, and leaves black and white.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "The changed pictures.", Passes("image")]:
        from app.diffusion.pictures.adjusting import Light, adjust

        light = Light(self.brightness, self.contrast, self.saturation, self.gamma)
        return Image(adjust(self.image.pixels, light))


class BlurImage(Node):
    """Make pictures soft."""

    category = "Image"
    aliases = ("gaussian", "soften", "smooth")

    image: Image = socket("The pictures.")
    radius: float = param(
        default=4.0,
        low=0.0,
        high=256.0,
        step=0.5,
        unit="px",
        tip="How far the softness reaches: the standard deviation of a Gaussian blur.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "The softer pictures.", Passes("image")]:
        from app.diffusion.pictures.masks import blur

        return Image(blur(self.image.pixels, self.radius))


class Sharpen(Node):
    """Make edges of pictures crisper."""

    category = "Image"
    aliases = ("unsharp mask", "crisp", "detail")

    image: Image = socket("The pictures.")
    radius: float = param(
        default=1.0, low=0.1, high=64.0, step=0.1, unit="px", tip="How broad the edges are."
    )
    amount: float = param(default=0.5, low=0.0, high=10.0, step=0.05, tip="How much crisper.")

    def run(self, ctx: Context) -> Annotated[Image, "The sharper pictures.", Passes("image")]:
        from app.diffusion.pictures.adjusting import sharpen

        return Image(sharpen(self.image.pixels, self.radius, self.amount))
