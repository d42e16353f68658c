"""How far things are in a picture."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, ModelName, Node, param, socket


class DepthMap(Node):
    """Find out how far everything in a picture is, for depth ControlNets and Normal Map.

    Takes the folder of a DPT or Depth Anything network of the transformers library, with weights as
    .safetensors.
    """

    category = "ControlNet"
    aliases = ("depth", "midas", "dpt", "depth anything", "preprocessor")

    image: Image = socket("The pictures.")
    model: ModelName = param(
        default="",
        tip="A depth network from your model folders, or the path of its folder.",
        model_kind="depth_estimator",
    )

    def run(self, ctx: Context) -> Annotated[Image, "White is near, black far."]:
        """Look at picture by picture."""
        from app.diffusion.vision import looking

        observer = looking.load(ctx, "depth_estimator", self.model)
        return looking.depth_maps(ctx, observer, self.image)
