"""Opens a checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, NamedTuple

from app.sdk import VAE, Context, Model, ModelName, Node, Plain, TextModel, ValueType, param
from app.sdk.families import with_family


class Parts(NamedTuple):
    """What a checkpoint consists of."""

    model: Annotated[Model, "Network that predicts the noise; for the Sampler."]
    text_model: Annotated[TextModel, "Text encoder with its tokenizer; for the Text Encoder."]
    vae: Annotated[VAE, "Autoencoder between pictures and latents; for encoding and decoding."]


class LoadModel(Node):
    """Open a model: its network, its text encoder and its autoencoder.

    The model is a folder in the diffusers layout with weights as .safetensors. Nothing is read into
    memory before another node uses it.
    """

    category = "Models"
    aliases = ("checkpoint", "load checkpoint", "checkpoint loader")

    model: ModelName = param(
        default="pocket",
        tip="A model from your model folders, or the path of a folder in the diffusers layout.",
        model_kind="checkpoint",
    )
    compile: bool = param(
        default=False,
        tip="Compile the network for this computer: quicker steps, above all on a GPU, but the "
        "first step at each size takes a minute longer, and pictures differ in the last bits.",
        advanced=True,
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """All three parts are of the model's family, where the shelf knows it."""
        return with_family(cls.spec.outputs, inputs.get("model"))

    def run(self, ctx: Context) -> Parts:
        """Check the folder and hand out handles."""
        from app.diffusion.folder import check_folder, open_checkpoint

        path = ctx.find_model("checkpoint", self.model)
        check_folder(path, "model_index.json")
        opened = open_checkpoint(path, ctx.content(path))
        model = replace(opened.model, compiled=self.compile)
        return Parts(model, opened.text_model, opened.vae)
