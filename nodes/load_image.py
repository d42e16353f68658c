"""A picture from a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

from app.sdk import Context, File, Image, Mask, Node, Plain, param
from app.sdk.paths import full_path


class LoadedImage(NamedTuple):
    """A picture and its transparency."""

    image: Annotated[Image, "The picture, turned upright."]
    mask: Annotated[Mask, "White where the file is transparent; black if it never is."]


class LoadImage(Node):
    """Open a picture from a file.

    The picture is turned as its camera noted. Of an animation the first frame is taken. Erase a
    part in a paint program to have it repainted: what is transparent is white in the mask.
    """

    category = "Image"
    aliases = ("open picture", "photo", "file", "input")
    off_device = True
    origin = "supplied"

    path: File = param(
        default="",
        tip="The picture file: PNG, JPEG, WebP, TIFF, GIF, BMP or AVIF.",
        suffixes=(".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".avif"),
    )

    def run(self, ctx: Context) -> LoadedImage:
        from app.diffusion.pictures import files as picture_files

        if not self.path.strip():
            raise picture_files.NoPicture
        return LoadedImage(*picture_files.load(full_path(self.path)))

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        path = str(parameters.get("path", ""))
        return [full_path(path)] if path.strip() else []
