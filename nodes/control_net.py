"""A ControlNet with its picture, as one link of a chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import (
    VAE,
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
from app.sdk.traits import family_from
from app.sdk.values import AppliedControl

PictureKind = Literal[
    "as trained",
    "pose",
    "depth",
    "soft edges",
    "lines",
    "normals",
    "segments",
    "tile",
    "repaint",
    "blur",
    "grey",
    "low quality",
]


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
    vae: VAE | None = socket("VAE of the model; ControlNets of SD 3 and Flux look at latents.")
    strength: float = param(
        default=1.0, low=0.0, high=2.0, step=0.05, tip="How hard it pulls; 0 switches it off."
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it lets go."
    )
    shows: PictureKind = param(
        default="as trained",
        tip="What the picture shows, for a ControlNet that serves several kinds; others know. "
        "Links of one such ControlNet that follow each other and act in the same steps are "
        "followed together.",
        advanced=True,
    )
    guess: bool = param(
        default=False,
        tip="Let it find out what the picture shows even without a prompt: only the positive "
        "prompt is led, and the outer layers less. Goes well with a cfg from 3 to 5.",
        advanced=True,
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Control, "The chain with this one.", Passes("control")]:
        """Put this one behind those before it."""
        from app.diffusion.steering.control import apply

        window = self.start, self.end
        applied = AppliedControl(
            self.network, self.image, self.strength, *window, self.shows, self.guess, self.vae
        )
        return apply(applied, self.control)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The chain is for the family of its ControlNets."""
        return family_from(cls, inputs, ["network", "control"])
