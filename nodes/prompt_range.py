"""A prompt for a part of the steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class PromptRange(Node):
    """Follow one prompt in a part of the steps, and another one before and after.

    The same as two Prompt Schedules. Change the end late in the steps, and the steps before are
    kept.
    """

    category = "Conditioning"
    aliases = ("timestep range", "ConditioningSetTimestepRange", "prompt editing")

    outside: Conditioning = socket("What the picture should show before and after.")
    inside: Conditioning = socket("What it should show in between.")
    start: float = param(
        default=0.2,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the inner prompt begins.",
    )
    end: float = param(
        default=0.6,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the outer prompt goes on.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The inner prompt must begin before it ends."""
        from app.diffusion.sampling.parts_of_steps import check_part

        check_part(parameters["start"], parameters["end"])

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "Both prompts, each in its steps.", Passes("outside")]:
        """Put the inner one between."""
        from app.diffusion.sampling.regions import check_families, within

        check_families(self.outside, self.inside)
        return within(self.outside, self.inside, (self.start, self.end))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ("outside", "inside"))
