"""Models into files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import VAE, Context, Files, Model, Node, Plain, TextModel, param, socket


class SaveModel(Node):
    """Save a model with its LoRAs and mixtures baked in, as a new one in the output folder.

    A whole model is a folder in the diffusers layout, which Load Model opens; the network alone is
    one .safetensors file. Learnt words and FreeU are no weights and are left out. Nothing is ever
    overwritten, and what could not be written whole is not there.
    """

    category = "Models"
    aliases = ("checkpoint save", "export model", "bake lora", "write checkpoint")
    acts = True
    is_target = True

    model: Model = socket("The network to save, as it is patched.")
    text_model: TextModel | None = socket("The text encoders of a whole model.")
    vae: VAE | None = socket("The autoencoder of a whole model.")
    name: str = param(
        default="model {number:3}",
        tip="Name of the folder or file: {number:3} is the next free number with 3 places; {date} "
        "and {time} can be used too.",
    )
    form: Literal["whole model", "network alone"] = param(
        default="whole model",
        tip="A folder with all parts, or the network in one file.",
    )
    precision: Literal["half", "bfloat16", "full"] = param(
        default="half",
        tip="Numbers of 16 bits, which is usual, of 16 bits as some GPUs like them better, "
        "or of 32 bits.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The name must ask only for what there is."""
        from app.diffusion.pictures.saving import check_pattern

        check_pattern(parameters["name"])

    def run(self, ctx: Context) -> Annotated[Files, "The files that were written."]:
        """Write tensor by tensor."""
        from app.diffusion.loading.model_saving import save_network, save_whole
        from app.diffusion.loading.model_writing import PRECISIONS
        from app.diffusion.pictures.saving import name_now

        alone = self.form == "network alone"
        name = name_now(self.name, {}, ".safetensors" if alone else "")
        folder, dtype = ctx.output_folder(), PRECISIONS[self.precision]
        if alone:
            return Files(save_network(folder, name, self.model, dtype, ctx.progress))
        parts = (self.model, self.text_model, self.vae)
        return Files(save_whole(folder, name, parts, dtype, ctx.progress))
