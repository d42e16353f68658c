"""Opens a checkpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

from app.sdk import (
    VAE,
    Context,
    Folder,
    Model,
    ModelName,
    Node,
    Plain,
    TextModel,
    ValueType,
    param,
)
from app.sdk.families import with_family
from app.sdk.paths import full_path
from app.sdk.usual_sizes import IN_THE_BOX

AS_IT_SAYS: Final = "as the model says"
AS_SET: Final = "as the settings say"


class Parts(NamedTuple):
    """What a checkpoint consists of."""

    model: Annotated[Model, "Network that predicts the noise; for the Sampler."]
    text_model: Annotated[TextModel, "Text encoder with its tokenizer; for the Text Encoder."]
    vae: Annotated[VAE, "Autoencoder between pictures and latents; for encoding and decoding."]


class LoadModel(Node):
    """Open a model: its network, its text encoder and its autoencoder.

    The model is a single .safetensors or .gguf file, or a folder in the diffusers layout. Nothing
    is read into memory before another node uses it. What a file does not hold is opened by Load VAE
    and Load Text Encoders.
    """

    category = "Models"
    aliases = ("checkpoint", "load checkpoint", "checkpoint loader")

    model: ModelName = param(
        default=IN_THE_BOX,
        tip="A model from your model folders, or the path of a file or folder.",
        model_kind="checkpoint",
    )
    compile: bool = param(
        default=False,
        tip="Compile the network for this computer: quicker steps, above all on a GPU, but the "
        "first step at each size takes a minute longer, and pictures differ in the last bits.",
        advanced=True,
    )

    prediction: Literal["as the model says", "epsilon", "v_prediction"] = param(
        default=AS_IT_SAYS,
        tip="What the network was trained to predict. Single files do not say it: choose the other "
        "one if pictures are noise or grey, as with Stable Diffusion 2 at 512 pixels (epsilon).",
        advanced=True,
    )
    t5_tokenizer: Folder = param(
        default="",
        tip="For a single file with T5 inside: a folder with the tokenizer.json of T5, such as "
        "tokenizer_2 of a Flux model in the diffusers layout.",
        advanced=True,
    )

    memory: Literal["as the settings say", "automatic", "whole", "thrifty", "least"] = param(
        default=AS_SET,
        tip="How much of a GPU's memory the network takes: it can lie there whole, or its blocks "
        "or single layers come from the computer's memory one by one. Less is slower; pictures "
        "stay the same.",
        advanced=True,
    )
    eight_bits: Literal["if needed", "always", "never"] = param(
        default="if needed",
        tip="Keep the network's weights in 8 bits: half the memory, and pictures differ a little. "
        "Needed where they would fill the computer's memory.",
        advanced=True,
    )

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """The tokenizer of T5."""
        folder = str(parameters.get("t5_tokenizer", ""))
        return [full_path(folder)] if folder.strip() else []

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """All three parts are of the model's family, where the shelf knows it."""
        return with_family(cls.spec.outputs, inputs.get("model"))

    def run(self, ctx: Context) -> Parts:
        """Check the file or folder and hand out handles."""
        from app.diffusion.checkpoints.opening import (
            check_model,
            open_model,
            tokenizer_in,
            with_prediction,
        )
        from app.diffusion.memory.eight_bits import with_eight_bits

        path = ctx.find_model("checkpoint", self.model)
        check_model(path)
        tokenizer = tokenizer_in(self.t5_tokenizer, ctx.content)
        opened = open_model(path, ctx.content(path), tokenizer)
        if self.prediction != AS_IT_SAYS:
            opened = with_prediction(opened, self.prediction)
        wish = "" if self.memory == AS_SET else self.memory
        model = replace(opened.model, compiled=self.compile, memory=wish)
        model = with_eight_bits(model, self.eight_bits)
        return Parts(model, opened.text_model, opened.vae)
