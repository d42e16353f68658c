"""FreeU."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, Model, Node, Passes, Plain, ValueType, param, socket
from app.sdk.families import with_family


class FreeU(Node):
    """Let a U-Net draw with a stronger hand: firmer shapes and finer detail, without training.

    The backbone of its first two up blocks is scaled up, what skips the middle is scaled down.
    Good values differ: about 1.5, 1.6, 0.9, 0.2 for SD 1; 1.4, 1.6, 0.9, 0.2 for SD 2; 1.3, 1.4,
    0.9, 0.2 for SDXL.
    """

    title = "FreeU"
    category = "Models"
    aliases = ("free u", "skip connections", "backbone")

    model: Model = socket("The model to change.")
    b1: float = param(
        default=1.5, low=0.0, high=4.0, step=0.05, tip="Backbone of the first up block."
    )
    b2: float = param(
        default=1.6, low=0.0, high=4.0, step=0.05, tip="Backbone of the second up block."
    )
    s1: float = param(
        default=0.9, low=0.0, high=4.0, step=0.05, tip="What skips into the first up block."
    )
    s2: float = param(
        default=0.2, low=0.0, high=4.0, step=0.05, tip="What skips into the second up block."
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The model is of the family that it was of before."""
        return with_family(cls.spec.outputs, inputs.get("model"))

    def run(self, ctx: Context) -> Annotated[Model, "The model with FreeU.", Passes("model")]:
        """Note it on the handle."""
        from app.diffusion.patches.adding import add_freeu
        from app.sdk.patches import FreeU as Patch

        return add_freeu(self.model, Patch(b1=self.b1, b2=self.b2, s1=self.s1, s2=self.s2))
