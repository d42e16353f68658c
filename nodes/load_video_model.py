"""Opens a model of videos."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from app.sdk import VAE, Context, ImageEncoder, Model, ModelName, Node, Plain, ValueType, param
from app.sdk.families import VIDEO


class VideoParts(NamedTuple):
    """What a model of videos consists of."""

    model: Annotated[Model, "Network that makes frames; for the Sampler."]
    image_encoder: Annotated[ImageEncoder, "Encoder of the first frame; for Picture In Motion."]
    vae: Annotated[VAE, "Autoencoder between frames and latents."]


class LoadVideoModel(Node):
    """Open Stable Video Diffusion, which sets a picture in motion.

    The model is a folder in the diffusers layout with weights as .safetensors. Nothing is read into
    memory before another node uses it.
    """

    category = "Models"
    aliases = ("SVD", "image to video", "checkpoint")

    model: ModelName = param(
        default="",
        tip="A model from your model folders, or the path of a folder in the diffusers layout.",
        model_kind="checkpoint",
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """All parts are of the one family of videos."""
        return {output.name: output.type.with_traits(family=VIDEO) for output in cls.spec.outputs}

    def run(self, ctx: Context) -> VideoParts:
        """Check the folder and hand out handles."""
        from app.diffusion.loading.part_files import check_folder
        from app.diffusion.video.models import open_video_model

        path = ctx.find_model("checkpoint", self.model)
        check_folder(path, "model_index.json")
        opened = open_video_model(path, ctx.content(path))
        return VideoParts(opened.model, opened.image_encoder, opened.vae)
