"""What is where in a picture."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, ModelName, Node, param, socket


class Segmentation(Node):
    """Paint every part of a picture in the colour of what it is, for segmentation ControlNets.

    Takes the folder of a SegFormer, UPerNet, DPT, BEiT, MaskFormer or Mask2Former network of the
    transformers library, trained on ADE20K, with weights as .safetensors.
    """

    category = "ControlNet"
    aliases = ("segment", "semantic", "ade20k", "segformer", "upernet", "preprocessor")

    image: Image = socket("The pictures.")
    model: ModelName = param(
        default="",
        tip="A segmentation network from your model folders, or the path of its folder.",
        model_kind="segmenter",
    )

    def run(self, ctx: Context) -> Annotated[Image, "One colour for each kind of thing."]:
        """Look at picture by picture."""
        from app.diffusion.vision import looking

        observer = looking.load(ctx, "segmenter", self.model)
        return looking.segmentations(ctx, observer, self.image)
