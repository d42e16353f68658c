"""Pictures into files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, EmbedChoice, Files, Image, Node, Plain, inscription, param, socket
from app.sdk.shared_params import embed_param, picture_name_param

_FIELDS = ("width", "height")
"""What a file name may ask for beside the number and the time."""


class SaveImage(Node):
    """Save pictures in the output folder, with the graph that made them inside.

    Drop such a file on the window to get its graph back. PNG also carries the prompt as other
    programs read it. Generated pictures are marked as such, as the settings say. Files are never
    overwritten: each gets the next free number.
    """

    category = "Image"
    aliases = ("export", "write", "output", "PNG", "JPEG", "WebP")
    acts = True
    is_target = True
    off_device = True

    image: Image = socket("The pictures to save.", each=True)
    name: str = picture_name_param()
    format: Literal["PNG", "JPEG", "WebP"] = param(
        default="PNG", tip="PNG keeps every pixel; JPEG and WebP are smaller."
    )
    quality: int = param(
        default=92,
        low=1,
        high=100,
        tip="Larger and finer files for JPEG and WebP; WebP keeps every pixel at 100.",
    )
    embed: EmbedChoice = embed_param()

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The name must ask only for what there is."""
        from app.diffusion.pictures.saving import check_pattern

        check_pattern(parameters["name"], _FIELDS)

    def run(self, ctx: Context) -> Annotated[Files, "The files that were written."]:
        from app.diffusion.pictures import files as picture_files
        from app.diffusion.pictures import saving
        from app.interchange.embedding import inscribed

        fields = {"width": str(self.image.width), "height": str(self.image.height)}
        name = saving.name_now(self.name, fields, f".{self.format.lower()}")
        inside = inscribed(inscription(ctx, self.embed))
        saved = []
        for index, pixels in enumerate(self.image.pixels):
            ctx.progress(index, len(self.image))
            options = inside.options(self.format, index, self.image.width, self.image.height)
            content = picture_files.encode(pixels, self.format, self.quality, options)
            saved.append(saving.save_new(ctx.output_folder(), name, content))
        return Files(tuple(saved))
