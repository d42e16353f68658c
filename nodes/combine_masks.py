"""Several masks as one."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Mask, Node, param, socket


class CombineMasks(Node):
    """Make one mask of several, in the order of their wires."""

    category = "Mask"
    aliases = ("union", "intersection", "difference", "exclusive", "add", "subtract", "merge")

    masks: tuple[Mask, ...] = socket("The masks, any number of wires.", variadic=True)
    how: Literal["union", "intersection", "difference", "exclusive", "add", "multiply"] = param(
        default="union",
        tip="Union: in any of them. Intersection: in all. Difference: in the first and in no "
        "other. Exclusive: in one, but not in two. Add and multiply count greys.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The one mask."]:
        from app.diffusion.pictures.compositing import combine_masks

        return Mask(combine_masks([mask.alpha for mask in self.masks], self.how))
