"""A prompt that says nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, socket
from app.sdk.traits import family_from


class ZeroPrompt(Node):
    """Turn an encoded prompt into zeros: for SDXL and its kin, no prompt rather than an empty one.

    As the negative prompt it leads away from less than an empty text does.
    """

    category = "Conditioning"
    aliases = ("ConditioningZeroOut", "zero out", "unconditional", "no negative prompt")

    conditioning: Conditioning = socket("Any prompt of the model.")

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "Zeros of its size.", Passes("conditioning")]:
        """Zero embeddings and vector."""
        from app.diffusion.text.arithmetic import zeroed

        return zeroed(self.conditioning)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """It is for the same family."""
        return family_from(cls, inputs, ("conditioning",))
