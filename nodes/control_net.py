"""A ControlNet with its picture, as one link of a chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import (
    Context,
    Control,
    ControlNetwork,
    Image,
    Node,
    Passes,
    Plain,
    ValueType,
    param,
    socket,
)


class ControlNet(Node):
    """Hold the picture to an outline, a pose or a depth map while the Sampler works.

    Chain any number: the one before goes into *control*. Start and end are parts of the Sampler's
    steps; a later end is cheap to try, since the steps before are kept.
    """

    title = "ControlNet"
    category = "Sampling"
    aliases = ("Apply ControlNet", "canny", "scribble", "pose", "depth")

    network: ControlNetwork = socket("The ControlNet.")
    image: Image = socket("The picture it should follow, made as this ControlNet expects it.")
    control: Control | None = socket("ControlNets that act before this one.")
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
    ) -> Annotated[Control, "The chain with this one.", Passes("control")]:
        """Put this one behind those before it."""
        from app.diffusion.control import apply

        return apply(self.network, self.image, self.strength, (self.start, self.end), self.control)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The chain is for the family of its ControlNets."""
        sources = [inputs[name] for name in ("network", "control") if name in inputs]
        families = [source.trait("family") for source in sources]
        family = next(filter(None, families), None)
        return {"control": cls.spec.outputs_by_name["control"].type.with_traits(family=family)}
