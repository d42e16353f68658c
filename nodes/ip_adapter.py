"""Pictures that act as a prompt, as one more thing that steers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import (
    Context,
    Control,
    ImagePrompt,
    Mask,
    Node,
    Passes,
    Plain,
    PromptAdapter,
    ValueType,
    param,
    socket,
)
from app.sdk.traits import family_from


class IPAdapter(Node):
    """Let the Sampler follow pictures as it follows the words of the prompt.

    Chain any number, each with a mask of its own, and ControlNets with them: what steers before
    goes into *control*.
    """

    title = "IP-Adapter"
    category = "Sampling"
    aliases = ("image prompt", "style", "face", "reference")

    adapter: PromptAdapter = socket("The IP-Adapter.")
    prompt: ImagePrompt = socket("The pictures to follow; made by Image Prompt for this adapter.")
    mask: Mask | None = socket("Where they act: one mask for all pictures, or one for each.")
    control: Control | None = socket("What steers before this one.")
    strength: float = param(
        default=0.6,
        low=-1.0,
        high=2.0,
        step=0.05,
        tip="How much the pictures count beside the words; 0 switches it off.",
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it lets go."
    )
    layers: str = param(
        default="",
        tip="Act in these blocks alone, each perhaps with a factor: up.0.1, down.2.1=0.5 are the "
        "style and the layout of SDXL; empty: in all of them.",
        advanced=True,
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The names of blocks must be such."""
        from app.diffusion.steering.attention_names import read_layers

        read_layers(str(parameters["layers"]))

    def run(
        self, ctx: Context
    ) -> Annotated[Control, "All that steers, with this one.", Passes("control")]:
        """Put this one behind those before it."""
        from app.diffusion.steering.attention_names import read_layers
        from app.diffusion.steering.image_prompts import apply_image_prompt
        from app.sdk.steering import AppliedImagePrompt

        layers = read_layers(self.layers)
        window = self.strength, self.start, self.end
        applied = AppliedImagePrompt(self.adapter, self.prompt, *window, layers, self.mask)
        return apply_image_prompt(applied, self.control)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """What steers is for the family of the adapter."""
        return family_from(cls, inputs, ("adapter", "control"))
