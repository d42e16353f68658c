"""Small additions to a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple, cast

from app.sdk import (
    Context,
    Model,
    ModelName,
    Node,
    Passes,
    Plain,
    TextModel,
    ValueType,
    param,
    socket,
)
from app.sdk.traits import families_kept


class Patched(NamedTuple):
    """The model with the LoRA, and how well that fits."""

    model: Annotated[Model, "The model with the LoRA; for the Sampler.", Passes("model")]
    text_model: Annotated[
        TextModel, "The text encoders with the LoRA; for the Text Encoder.", Passes("text_model")
    ]
    report: Annotated[str, "How many layers of the LoRA were found in the model."]


class LoRA(Node):
    """Add a LoRA to a model: a style, a character, a quicker way to a picture.

    Chain several for a stack. The files of the model stay as they are, and what the LoRA changed is
    given back bit by bit wherever the model is used without it. Layouts of diffusers, peft and
    kohya are read: LoRA and DoRA for any layers, LoHa and LoKr (LyCORIS). Without a text model the
    part for the text encoders is left out.
    """

    title = "LoRA"
    category = "Models"
    aliases = ("lora loader", "load lora", "lycoris", "locon", "loha", "lokr", "dora")

    model: Model = socket("The model to change.")
    text_model: TextModel | None = socket("Its text encoders.")
    lora: ModelName = param(
        default="",
        tip="A LoRA from your model folders, or the path of a .safetensors file or of a folder "
        "that peft saved.",
        model_kind="lora",
    )
    strength: float = param(
        default=1.0,
        low=-10.0,
        high=10.0,
        step=0.05,
        tip="How strong it is in the network; below 0 it leads the other way.",
    )
    text_strength: float = param(
        default=1.0,
        low=-10.0,
        high=10.0,
        step=0.05,
        tip="How strong it is in the text encoders.",
    )
    blocks: str = param(
        default="",
        tip="Strengths of single blocks, such as down = 0.5, up.1 = 0: down, mid and up are parts "
        "of a U-Net, joint and single those of SD 3 and Flux, text the layers of text encoders, "
        "other the rest; they multiply the strengths above, and what is not named keeps them.",
        advanced=True,
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The strengths of blocks must be such."""
        from app.sdk.block_weights import read_block_weights

        read_block_weights(parameters["blocks"])

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Both are of the family that they were of before."""
        return families_kept(cls, inputs)

    def run(self, ctx: Context) -> Patched:
        """Check that the LoRA fits, and note it on the handles."""
        from app.diffusion.patches.adding import add_lora
        from app.sdk.block_weights import read_block_weights

        path = ctx.find_model("lora", self.lora)
        blocks = read_block_weights(self.blocks)
        strengths = (self.strength, self.text_strength)
        model, text_model, report = add_lora(
            self.model, self.text_model, path, ctx.content(path), strengths, blocks
        )
        return Patched(model, cast(TextModel, text_model), report)  # none in, none out
