"""Inpainting at full resolution: a part of a picture taken out, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from app.sdk import Context, Cutout, Image, Mask, Node, Plain, Size, param, socket


class TakenOut(NamedTuple):
    """What surrounds the mask, and the way back."""

    image: Annotated[Image, "The part, for VAE Encode."]
    mask: Annotated[Mask, "The mask of the part, for Latent Mask."]
    cutout: Annotated[Cutout, "Where the part goes back; for Paste Back."]


class CutOut(Node):
    """Cut out what surrounds a mask, to have it painted in as much detail as the model can give.

    Paste Back puts the result into the untouched picture. A mask that touches nothing but a small
    face in a large photograph thus gets the model's full resolution.
    """

    title = "Cut Out"
    category = "Image"
    aliases = ("crop around mask", "inpaint crop", "crop and stitch", "only masked", "detailer")

    image: Image = socket("The pictures.")
    mask: Mask = socket("White where they will be painted: one for each picture, or one for all.")
    context: int = param(
        default=64,
        low=0,
        high=4096,
        step=8,
        unit="px",
        tip="How much around the mask the model sees, so that the result fits in.",
    )
    scale: Literal["to the size", "none"] = param(
        default="to the size",
        tip="Bring the part to the size, or keep its pixels and make its sides multiples of 8.",
    )
    size: Size = param(
        default=(512, 512),
        low=8,
        high=8192,
        step=8,
        unit="px",
        tip="Width and height of the part where it is scaled: what the model works best at.",
    )
    blend: int = param(
        default=8,
        low=0,
        high=256,
        unit="px",
        tip="How far inside of the mask's border the result fades in when it is pasted back.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Sides that no latent can have are refused before a run."""
        from app.diffusion.latents.sides import check_size

        if parameters["scale"] == "to the size":
            check_size(*parameters["size"])

    def run(self, ctx: Context) -> TakenOut:
        """Find the part of every picture and take it out."""
        from app.diffusion.pictures.cutting import cut_out

        self.check({"scale": self.scale, "size": self.size})  # the size may have come by a wire
        size = self.size if self.scale == "to the size" else None
        return TakenOut(*cut_out(self.image, self.mask, self.context, size, self.blend))


class PasteBack(Node):
    """Put what was painted back where Cut Out took it from.

    Outside of the mask the picture stays what it was, bit by bit.
    """

    title = "Paste Back"
    category = "Image"
    aliases = ("stitch", "uncrop", "inpaint stitch", "crop and stitch")

    image: Image = socket("The painted parts: one for each picture, or variations of a single one.")
    cutout: Cutout = socket("What Cut Out says of where the part came from.")

    def run(self, ctx: Context) -> Annotated[Image, "The whole pictures."]:
        """Scale every part to its place and blend it in."""
        from app.diffusion.pictures.cutting import paste_back

        return paste_back(self.cutout, self.image)
