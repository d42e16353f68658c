"""Where models of rectified flow spend their steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Model, Node, Passes, Plain, ValueType, param, socket


class TimestepShift(Node):
    """Spend more of the steps on the composition, or more on details, with SD 3 and Flux.

    A larger shift keeps the noise high for longer, as larger pictures need it. The model brings a
    shift of its own; this one takes its place.
    """

    category = "Models"
    aliases = ("ModelSamplingSD3", "ModelSamplingFlux", "model sampling", "flow shift", "mu")

    model: Model = socket("A model of rectified flow, such as SD 3 or Flux.")
    mode: Literal["fixed", "by size"] = param(
        default="fixed",
        tip="Fixed is the same for all sizes, as SD 3 was trained; by size grows with the picture, "
        "as for Flux dev.",
    )
    shift: float = param(
        default=3.0,
        low=0.1,
        high=100.0,
        step=0.1,
        tip="For fixed: 1 spreads the steps evenly, 3 is usual for SD 3.",
    )
    base: float = param(
        default=0.5,
        low=-5.0,
        high=5.0,
        step=0.05,
        tip="For by size: the logarithm of the shift at 256 x 256 pixels.",
        advanced=True,
    )
    most: float = param(
        default=1.15,
        low=-5.0,
        high=5.0,
        step=0.05,
        tip="For by size: the logarithm of the shift at 1024 x 1024 pixels.",
        advanced=True,
    )

    def run(self, ctx: Context) -> Annotated[Model, "The model with this shift.", Passes("model")]:
        """Note the shift."""
        from app.diffusion.sampling.timestep_shift import shifted, shifted_by_size

        if self.mode == "fixed":
            return shifted(self.model, self.shift)
        return shifted_by_size(self.model, self.base, self.most)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The model stays what it was."""
        return {"model": inputs["model"]} if "model" in inputs else {}
