"""A second model that takes over while a picture is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, Model, Node, Passes, Plain, ValueType, param, socket
from app.sdk.traits import family_from


class ModelSchedule(Node):
    """Let one model begin a picture, and another one finish it, as a refiner does.

    Both must be of one kind and trained on the same noise levels. Chain several for more than two.
    """

    category = "Models"
    aliases = ("refiner", "switch model", "base and refiner", "hand over")

    before: Model = socket("The model for the first steps.")
    after: Model = socket("The model for the steps after them.")
    start: float = param(
        default=0.8,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which the second model takes over.",
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Model, "Both models, one after the other.", Passes("before")]:
        """Check that the two agree, and put one behind the other."""
        from app.diffusion.sampling.handover import hand_over

        return hand_over(self.before, self.after, self.start)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The models are of one family."""
        return family_from(cls, inputs, ["before", "after"])
