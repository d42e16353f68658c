"""Opens a VAE by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from app.sdk import VAE, Context, ModelName, Node, Plain, ValueType, param
from app.sdk.families import latents_of, with_family

AUTOMATIC: Final = "automatic"


class LoadVAE(Node):
    """Open a VAE that does not come with the model, such as one with finer faces.

    It is a .safetensors file, a folder in the diffusers layout, or a whole checkpoint, of which
    only the VAE is taken. Files do not say for which family a VAE is: choose it where that is asked
    for.
    """

    title = "Load VAE"
    category = "Models"
    aliases = ("vae loader", "autoencoder")

    vae: ModelName = param(
        default="", tip="A VAE from your model folders, or its path.", model_kind="vae"
    )
    family: Literal["automatic", "SD 1", "SD 2", "SDXL", "SD 3", "Flux"] = param(
        default=AUTOMATIC, tip="The models that the VAE is for; automatic asks its surroundings."
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The VAE is of the family that was chosen, else of the one that the shelf knows."""
        chosen = parameters.get("family", AUTOMATIC)
        known = inputs.get("vae")
        if chosen != AUTOMATIC:
            known = ValueType("ModelName").with_traits(family=str(chosen))
        elif known is not None and (family := known.trait("family")):
            known = known.with_traits(family=latents_of(family))
        return with_family(cls.spec.outputs, known)

    def run(self, ctx: Context) -> Annotated[VAE, "The VAE; for encoding and decoding."]:
        """Check the file or folder and hand out a handle."""
        from app.diffusion.checkpoints.autoencoders import open_vae
        from app.diffusion.checkpoints.opening import check_part

        path = ctx.find_model("vae", self.vae)
        check_part(path, "VAE")
        return open_vae(path, ctx.content(path), "" if self.family == AUTOMATIC else self.family)
