"""Two prompts that are followed at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class CombinePrompts(Node):
    """Follow two prompts at once: the mean of what the network says to each counts.

    Both keep their own meaning, unlike two texts in one prompt. It takes the time of both together.
    """

    category = "Conditioning"
    aliases = ("ConditioningCombine", "AND", "composable diffusion", "mix prompts")

    first: Conditioning = socket("A prompt.")
    second: Conditioning = socket("Another prompt.")
    share: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="How much the second one counts."
    )
    start: float = param(
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the second prompt joins.",
    )
    end: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the first prompt goes on alone.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The second prompt must begin before it ends."""
        from app.diffusion.sampling.parts_of_steps import check_part

        check_part(parameters["start"], parameters["end"])

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "Both prompts at once.", Passes("first")]:
        """Lay the second prompt over the first."""
        from app.diffusion.sampling.regions import add_region

        return add_region(self.first, self.second, None, self.share, (self.start, self.end))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ("first", "second"))
