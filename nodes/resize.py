"""Pictures in another size."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Node, Passes, Size, param, socket


class Resize(Node):
    """Change the size of pictures."""

    category = "Image"
    aliases = ("scale", "upscale", "shrink", "size")

    image: Image = socket("The pictures.", each=True)
    size: Size = param(
        default=(512, 512), low=1, high=8192, step=8, unit="px", tip="Width and height to reach."
    )
    fit: Literal["stretch", "fit", "fill"] = param(
        default="fill",
        tip="Stretch changes the proportions; fit keeps them and stays within the size; fill keeps "
        "them and cuts off what stands over.",
    )
    method: Literal["lanczos", "bicubic", "bilinear", "nearest"] = param(
        default="lanczos", tip="Lanczos is sharpest; nearest keeps hard pixels."
    )

    def run(self, ctx: Context) -> Annotated[Image, "The resized pictures.", Passes("image")]:
        from app.diffusion.pictures import pictures

        width, height = self.size
        return Image(pictures.resize(self.image.pixels, width, height, self.fit, self.method))
