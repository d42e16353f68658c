"""A prompt for a part of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Mask, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class Region(Node):
    """Follow a prompt of its own in one part of the picture.

    Chain any number on one base prompt. Where regions overlap, they share the place by strength and
    grey; what none covers, and what their strengths leave, follows the base prompt.
    """

    category = "Conditioning"
    aliases = (
        "regional prompt",
        "area",
        "ConditioningSetMask",
        "ConditioningSetArea",
        "attention couple",
    )

    base: Conditioning = socket("The prompt for the whole picture, with regions before this one.")
    prompt: Conditioning = socket("What this part should show.")
    mask: Mask = socket("White where it is; greys blend.")
    strength: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="How much its prompt counts there; the rest is the base prompt's.",
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the base prompt takes over.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """It must begin before it ends."""
        from app.diffusion.sampling.parts_of_steps import check_part

        check_part(parameters["start"], parameters["end"])

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "The base prompt with this region.", Passes("base")]:
        """Lay the region over the base."""
        from app.diffusion.sampling.regions import add_region

        window = self.start, self.end
        return add_region(self.base, self.prompt, self.mask, self.strength, window)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ("base", "prompt"))
