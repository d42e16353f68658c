"""Pictures for ControlNets that are led by colours or by parts of a picture."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Mask, Node, Seed, param, socket


class TileHint(Node):
    """Take details away, for tile ControlNets, which invent new ones in their place."""

    category = "ControlNet"
    aliases = ("tile resample", "downscale", "blur", "preprocessor", "detail", "upscale")

    image: Image = socket("The pictures.")
    shrink: float = param(
        default=4.0,
        low=1.0,
        high=64.0,
        step=0.5,
        tip="How many times smaller the picture would have to be to look like this.",
    )
    blur: float = param(
        default=0.0,
        low=0.0,
        high=64.0,
        step=0.5,
        unit="px",
        tip="Blur as well: the standard deviation of a Gaussian.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "The same pictures without details."]:
        from app.diffusion.pictures import hints

        return Image(hints.tile(self.image.pixels, self.shrink, self.blur))


class ColourGrid(Node):
    """Show only the mean colour of every square, for colour adapters and ControlNets."""

    category = "ControlNet"
    aliases = ("palette", "color", "pixelate", "mosaic", "preprocessor")

    image: Image = socket("The pictures.")
    cell: int = param(default=64, low=1, high=1024, unit="px", tip="Side of a square.")

    def run(self, ctx: Context) -> Annotated[Image, "Squares of one colour each."]:
        from app.diffusion.pictures import hints

        return Image(hints.colour_grid(self.image.pixels, self.cell))


class TwoTone(Node):
    """Make pictures black and white without greys, for ControlNets for brightness or lines."""

    category = "ControlNet"
    aliases = ("binary", "threshold", "black and white", "otsu", "preprocessor")

    image: Image = socket("The pictures.")
    choose: Literal["automatic", "fixed"] = param(
        default="automatic",
        tip="Automatic finds the brightness that parts each picture best (Otsu); fixed takes the "
        "threshold.",
    )
    threshold: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="Where white begins when it is fixed."
    )

    def run(self, ctx: Context) -> Annotated[Image, "Black and white."]:
        from app.diffusion.pictures import hints

        threshold = self.threshold if self.choose == "fixed" else None
        return Image(hints.two_tone(self.image.pixels, threshold))


class Shuffle(Node):
    """Let pictures flow into themselves, for shuffle ControlNets, which take their style."""

    category = "ControlNet"
    aliases = ("style", "warp", "liquify", "preprocessor")

    image: Image = socket("The pictures.")
    grain: int = param(
        default=256, low=4, high=2048, step=4, unit="px", tip="How large the swirls are."
    )
    seed: Seed = param(default=0, tip="Same seed, same swirls.")

    def run(self, ctx: Context) -> Annotated[Image, "The swirled pictures."]:
        from app.diffusion.pictures import hints

        return Image(hints.shuffled(self.image.pixels, self.grain, self.seed))


class InpaintHint(Node):
    """Mark in a picture what is to be painted, for inpainting ControlNets of SD 1.

    What is white in the mask becomes -1, a number that no colour has and that such a ControlNet was
    trained on; it looks black.
    """

    category = "ControlNet"
    aliases = ("inpaint", "outpaint", "preprocessor", "masked")

    image: Image = socket("The pictures.")
    mask: Mask = socket("White where they will be painted.")

    def run(self, ctx: Context) -> Annotated[Image, "The pictures with marks."]:
        from app.diffusion.pictures import hints

        return Image(hints.missing(self.image.pixels, self.mask.alpha))


class NormalMap(Node):
    """Show which way surfaces face, out of a depth map, for normal ControlNets."""

    category = "ControlNet"
    aliases = ("normals", "bump", "surface", "preprocessor")

    depth: Image = socket("Depth maps, white where things are near.")
    strength: float = param(
        default=1.0, low=0.05, high=20.0, step=0.05, tip="How steep the surfaces are taken to be."
    )
    background: float = param(
        default=0.1,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="What is darker than this in the depth map counts as flat.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "Red is left, green up, blue to the viewer."]:
        from app.diffusion.pictures import hints

        return Image(hints.normals(self.depth.pixels, self.strength, self.background))
