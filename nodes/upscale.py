"""Larger pictures by a network."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, ModelName, Node, Passes, param, socket
from app.sdk.shared_params import overlap_param, tile_param


class Upscale(Node):
    """Make pictures larger with a network that draws the missing details.

    It takes a single .safetensors file of ESRGAN, SwinIR, DAT or one of forty other architectures.
    Needs the extra ``upscalers``.
    """

    title = "Upscale with Model"
    category = "Image"
    aliases = ("upscale", "esrgan", "super resolution", "enlarge", "upscaler", "restore")

    image: Image = socket("The pictures.")
    model: ModelName = param(
        default="",
        tip="An upscaler from your model folders, or the path of a .safetensors file.",
        model_kind="upscaler",
    )
    scale: float = param(
        default=0.0,
        low=0.0,
        high=16.0,
        step=0.5,
        tip="How many times larger in the end; 0 takes what the model gives.",
    )
    tile: int = tile_param(
        "Side of the tiles that are done one by one, to save memory; 0 does all in one go.", 512
    )
    overlap: int = overlap_param(32)

    def run(self, ctx: Context) -> Annotated[Image, "The larger pictures.", Passes("image")]:
        """Load the network and go through the tiles; Stop takes effect between two."""
        from app.diffusion.latents.tiling import Tiling
        from app.diffusion.loading import standalone
        from app.diffusion.pictures import upscaling

        path = ctx.find_model("upscaler", self.model)
        upscaling.check_upscaler(path)
        upscaler = ctx.weights(standalone.handle(ctx, standalone.UPSCALER, path))
        tiling = Tiling(self.tile, self.overlap)
        pixels = self.image.pixels
        return Image(upscaling.upscale(upscaler, pixels, tiling, self.scale, ctx.progress))
