"""Opens an image encoder."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, ImageEncoder, ModelName, Node, param


class LoadImageEncoder(Node):
    """Open a CLIP vision encoder: it tells IP-Adapters what is to be seen in a picture.

    It is a folder with config.json and weights as .safetensors, as it comes with IP-Adapters
    (``image_encoder``). Plain SDXL adapters take the larger of the two that there are.
    """

    category = "Models"
    aliases = ("clip vision", "CLIPVisionLoader")

    encoder: ModelName = param(
        default="",
        tip="An image encoder from your model folders, or the path of a folder.",
        model_kind="image_encoder",
    )

    def run(self, ctx: Context) -> Annotated[ImageEncoder, "The encoder; for Image Prompt."]:
        """Check the folder and hand out a handle."""
        from app.diffusion.loading.adapter_files import open_image_encoder
        from app.diffusion.loading.part_files import check_folder

        path = ctx.find_model("image_encoder", self.encoder)
        check_folder(path, "config.json")
        return open_image_encoder(path, ctx.content(path))
