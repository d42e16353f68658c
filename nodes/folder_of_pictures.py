"""All pictures of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from app.sdk import Context, Folder, Image, Mask, Node, Plain, param
from app.sdk.paths import full_path

if TYPE_CHECKING:
    from app.diffusion.pictures.folders import Choice


class Opened(NamedTuple):
    """The pictures of a folder."""

    images: Annotated[list[Image], "The pictures, one by one."]
    masks: Annotated[list[Mask], "White where a file is transparent; black if it never is."]
    names: Annotated[list[str], "The names of the files, without their endings."]


class FolderOfPictures(Node):
    """Open the pictures of a folder, so that what follows runs once for each of them.

    They come in the order of their names, 2 before 10. Files that were added, changed or removed
    are noticed at the next run, and only they are worked on anew.
    """

    category = "Image"
    aliases = ("load images", "directory", "batch", "for each", "load several")
    off_device = True
    origin = "supplied"

    folder: Folder = param(default="", tip="Where the pictures lie.")
    pattern: str = param(
        default="*",
        tip="Which names count: * stands for anything, and ; stands between several, "
        "as in cat*; *.png.",
    )
    first: int = param(default=0, low=0, high=100_000, tip="How many to leave out at the start.")
    count: int = param(default=0, low=0, high=1000, tip="How many to open at most; 0 for all.")
    subfolders: bool = param(default=False, tip="Whether to look into folders within it, too.")

    def run(self, ctx: Context) -> Opened:
        from app.diffusion.pictures import files as picture_files
        from app.diffusion.pictures.folders import NoPictureFolder

        if not self.folder.strip():
            raise NoPictureFolder
        chosen = _choice({name: getattr(self, name) for name in self.spec.parameters_by_name})
        loaded = []
        for place, file in enumerate(files := chosen.required()):
            ctx.progress(place, len(files))
            loaded.append(picture_files.load(file))
        names = [file.stem for file in files]
        return Opened([image for image, _ in loaded], [mask for _, mask in loaded], names)

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """The files that are there now."""
        return _choice(parameters).found() if str(parameters["folder"]).strip() else ()


def _choice(parameters: Mapping[str, Plain]) -> Choice:
    from app.diffusion.pictures.folders import Choice

    folder, pattern = full_path(parameters["folder"]), parameters["pattern"]
    first, count = parameters["first"], parameters["count"]
    return Choice(folder, pattern, first, count, parameters["subfolders"])
