"""A T2I-Adapter with its picture, as one more thing that steers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import (
    Context,
    Control,
    Image,
    Node,
    Passes,
    PictureAdapter,
    Plain,
    ValueType,
    param,
    socket,
)
from app.sdk.traits import family_from


class T2IAdapter(Node):
    """Hold the picture to a drawing, a depth map or a pose by a small, quick network.

    It looks at its picture once, not in every step as a ControlNet does. Chain any number, and
    ControlNets and IP-Adapters with them: what steers before goes into *control*.
    """

    title = "T2I-Adapter"
    category = "Sampling"
    aliases = ("style adapter", "sketch", "Apply T2I-Adapter")

    network: PictureAdapter = socket("The T2I-Adapter.")
    image: Image = socket("The picture it should follow, made as this adapter expects it.")
    control: Control | None = socket("What steers before this one.")
    strength: float = param(
        default=1.0, low=0.0, high=2.0, step=0.05, tip="How hard it pulls; 0 switches it off."
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it lets go."
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Control, "All that steers, with this one.", Passes("control")]:
        """Put this one behind those before it."""
        from app.diffusion.steering.picture_adapters import apply_adapter

        window = self.start, self.end
        return apply_adapter(self.network, self.image, self.strength, window, self.control)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What steers is for the family of the adapter."""
        return family_from(cls, inputs, ("network", "control"))
