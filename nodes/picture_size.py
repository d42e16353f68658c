"""What SDXL is told of the size, the cropping and the looks of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from app.sdk import (
    Conditioning,
    Context,
    Node,
    NodeError,
    Passes,
    Plain,
    Size,
    ValueType,
    param,
    socket,
)
from app.sdk.picture_sizes import PictureSize as Told
from app.sdk.traits import family_from


class HalfASize(NodeError):
    """One side of a size is given and the other is not."""

    english = (
        "{name} is {width} x {height}: give both sides, or 0 x 0 for those of the picture itself."
    )


class PictureSize(Node):
    """Tell SDXL that its picture was larger or smaller, or cropped, and the refiner how it looks.

    A large original size asks for detail, a small one in the negative prompt takes blur away.
    Without this node a prompt speaks of a whole picture of the size that is made; a negative prompt
    without one takes what the prompt is told.
    """

    category = "Conditioning"
    aliases = ("CLIPTextEncodeSDXL", "size conditioning", "crop", "aesthetic score", "refiner")

    conditioning: Conditioning = socket("A prompt for SDXL or its refiner.")
    original: Size = param(
        default=(0, 0),
        low=0,
        high=16384,
        unit="px",
        tip="How large it was before it was scaled; 0 x 0: as large as it is.",
    )
    crop: Size = param(
        default=(0, 0),
        low=0,
        high=16384,
        unit="px",
        tip="How much was cut off at the left and at the top; 0 x 0 keeps things in the middle.",
    )
    target: Size = param(
        default=(0, 0),
        low=0,
        high=16384,
        unit="px",
        tip="The size that it was cut to; 0 x 0: as large as it is. The refiner does not ask.",
    )
    looks: float = param(
        default=0.0,
        low=0.0,
        high=10.0,
        step=0.5,
        tip="How good it looks, 1 to 10, for the refiner; 0: 6, or 2.5 for a negative prompt.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Refuse a size with one side."""
        for name in ("original", "target"):
            width, height = parameters[name]
            if (width == 0) != (height == 0):
                raise HalfASize(name=name, width=width, height=height)

    def run(
        self, ctx: Context
    ) -> Annotated[Conditioning, "The prompt with these sizes.", Passes("conditioning")]:
        """Note them beside the words, for all prompts that take over on the way as well."""
        told = Told(
            original=self.original if any(self.original) else None,
            crop=self.crop,
            target=self.target if any(self.target) else None,
            score=self.looks or None,
        )
        course = [
            replace(part, value=replace(part.value, sizes=told))
            for part in self.conditioning.course
        ]
        return replace(course[0].value, later=tuple(course[1:]))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The prompt stays of its family."""
        return family_from(cls, inputs, ["conditioning"])
