"""Mixtures of models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple, cast

from app.sdk import Context, Model, Node, Passes, Plain, TextModel, ValueType, param, socket
from app.sdk.traits import families_kept


class Merged(NamedTuple):
    """The mixture."""

    model: Annotated[Model, "The mixed network; for the Sampler.", Passes("model")]
    text_model: Annotated[TextModel, "The mixed text encoders.", Passes("text_model")]


class MergeModels(Node):
    """Mix the weights of two models, or add to one what another one has learnt.

    Without a base the result lies between the two models. With a base it is the first model plus
    the difference between the other one and the base: so it takes over what the other one learnt
    on top of the base. All are of one family. Nothing is copied: weights are mixed when they are
    used, and Save Model writes them into a file.
    """

    category = "Models"
    aliases = ("checkpoint merge", "weighted sum", "add difference", "block weighted merge")

    model: Model = socket("The first model.")
    other: Model = socket("The model that is mixed in.")
    base: Model | None = socket("What the other one was made from; then only its changes count.")
    text_model: TextModel | None = socket("The text encoders of the first model.")
    other_text_model: TextModel | None = socket("Those of the other one; without, none are mixed.")
    base_text_model: TextModel | None = socket("Those of the base.")
    amount: float = param(
        default=0.5,
        low=-2.0,
        high=2.0,
        step=0.05,
        tip="Share of the other model: 0 is the first model alone, 1 the other one alone, or all "
        "of its changes where there is a base.",
    )
    blocks: str = param(
        default="",
        tip="Shares of single blocks in place of the amount, such as down = 0.2, up.1 = 0.9: down, "
        "mid and up are parts of a U-Net, joint and single those of SD 3 and Flux, text the layers "
        "of text encoders, other the rest.",
        advanced=True,
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The shares of blocks must be such."""
        from app.sdk.block_weights import read_block_weights

        read_block_weights(parameters["blocks"])

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Both are of the first model's family."""
        return families_kept(cls, inputs)

    def run(self, ctx: Context) -> Merged:
        """Check that the models go together, and note the mixture on the handles."""
        from app.diffusion.patches.mixing import mix_models, mix_text_models
        from app.sdk.block_weights import read_block_weights

        blocks = read_block_weights(self.blocks)
        model = mix_models(self.model, self.other, self.base, self.amount, blocks)
        text_model = mix_text_models(
            self.text_model, self.other_text_model, self.base_text_model, self.amount, blocks
        )
        return Merged(model, cast(TextModel, text_model))  # none in, none out
