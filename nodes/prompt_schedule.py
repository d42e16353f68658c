"""Prompts that change while a picture is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Conditioning, Context, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class PromptSchedule(Node):
    """Follow one prompt up to some step, and another one from there on.

    The first steps settle what lies where, the last ones surfaces and small things. Chain several
    for more than two prompts. A later prompt is cheap to change, since the steps before are kept.
    """

    category = "Conditioning"
    aliases = ("prompt editing", "timestep range", "alternate", "ConditioningSetTimestepRange")

    before: Conditioning = socket("What the picture should show in the first steps.")
    after: Conditioning = socket("What it should show in the steps after them.")
    start: float = param(
        default=0.5,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the second prompt takes over.",
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "Both prompts, one after the other.", Passes("before")]:
        """Put one behind the other."""
        return self.before.followed_by(self.after, self.start)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompts are for one family."""
        return family_from(cls, inputs, ["before", "after"])
