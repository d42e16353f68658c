"""Latents into files, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from app.sdk import Context, File, Files, Latent, Node, Plain, ValueType, param, socket
from app.sdk.paths import full_path

_FIELDS = ("family",)
"""What a file name may ask for beside the number and the time."""


class SaveLatent(Node):
    """Save latents in the output folder, to go on with them another day.

    The file is a .safetensors with the family and the mask inside. Of a latent that a Sampler left
    noisy the numbers are kept, not where the Sampler stood. Files are never overwritten.
    """

    category = "Latent"
    aliases = ("export", "write", "store", "safetensors")
    acts = True
    is_target = True
    off_device = True

    latent: Latent = socket("The latents to save.")
    name: str = param(
        default="latent {number:4}",
        tip="File name: {number:4} is the next free number with 4 places; {date}, {time} and "
        "{family} can be used too.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The name must ask only for what there is."""
        from app.diffusion.pictures.saving import check_pattern

        check_pattern(parameters["name"], _FIELDS)

    def run(self, ctx: Context) -> Annotated[Files, "The file that was written."]:
        from app.diffusion.latents import files as latent_files
        from app.diffusion.pictures import saving

        fields = {"family": self.latent.family}
        name = saving.name_now(self.name, fields, latent_files.ENDING)
        content = latent_files.encode_latent(self.latent)
        return Files((saving.save_new(ctx.output_folder(), name, content),))


class LoadLatent(Node):
    """Open a latent that Save Latent wrote."""

    category = "Latent"
    aliases = ("open", "import", "read", "safetensors")
    off_device = True
    origin = "supplied"

    path: File = param(default="", tip="The file.", suffixes=(".safetensors",))

    def run(self, ctx: Context) -> Annotated[Latent, "The latent."]:
        from app.diffusion.latents import files as latent_files
        from app.diffusion.latents import heads as latent_heads

        if not self.path.strip():
            raise latent_heads.NoLatentChosen
        return latent_files.load_latent(full_path(self.path))

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        path = str(parameters.get("path", ""))
        return [full_path(path)] if path.strip() else []

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The family that the file names in its head."""
        from app.diffusion.latents.heads import family_of

        path = str(parameters.get("path", ""))
        family = family_of(full_path(path)) if path.strip() else None
        return {"latent": ValueType("Latent").with_traits(family=family)} if family else {}
