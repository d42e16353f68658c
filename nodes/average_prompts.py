"""A prompt between two prompts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class AveragePrompts(Node):
    """Mix the numbers of two encoded prompts, for something between them.

    Costs no time in the Sampler. For both prompts at once take Combine Prompts.
    """

    category = "Conditioning"
    aliases = ("ConditioningAverage", "lerp", "interpolate", "blend prompts", "morph")

    first: Conditioning = socket("The prompt at 0.")
    second: Conditioning = socket("The prompt at 1.")
    amount: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="How far to go from the first to the second."
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "The prompt between them.", Passes("first")]:
        """Mix embeddings and vectors."""
        from app.diffusion.text.arithmetic import average

        return average(self.first, self.second, self.amount)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ("first", "second"))
