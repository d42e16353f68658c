"""Opens the text encoders of a model by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from app.sdk import (
    Context,
    Folder,
    ModelName,
    Node,
    NodeError,
    Plain,
    TextModel,
    ValueType,
    param,
)
from app.sdk.families import with_family
from app.sdk.paths import full_path


class Encoders(NamedTuple):
    """Text encoders without a network."""

    text_model: Annotated[TextModel, "The encoders; for the Text Encoder."]


class LoadTextEncoders(Node):
    """Open text encoders that do not come with the model: CLIP-L, CLIP-G and T5.

    SD 1 takes CLIP-L, SD 2 CLIP-H, SDXL both CLIP-L and CLIP-G, its refiner CLIP-G, Flux CLIP-L and
    T5, SD 3 CLIP-L, CLIP-G and, if you like, T5. Their order does not matter. The tokenizer of CLIP
    comes with the program, that of T5 is read from a folder of yours.
    """

    title = "Load Text Encoders"
    category = "Models"
    aliases = ("clip loader", "dual clip loader", "triple clip loader", "t5")

    family: Literal["SD 1", "SD 2", "SDXL", "SDXL refiner", "SD 3", "Flux"] = param(
        default="Flux", tip="The models whose prompts are to be encoded."
    )
    first: ModelName = param(
        default="",
        tip="A text encoder from your model folders, or its path.",
        model_kind="text_encoder",
    )
    second: ModelName = param(
        default="", tip="Another one; empty where one is enough.", model_kind="text_encoder"
    )
    third: ModelName = param(
        default="", tip="A third one; empty where two are enough.", model_kind="text_encoder"
    )
    t5_tokenizer: Folder = param(
        default="",
        tip="A folder with the tokenizer.json of T5, such as tokenizer_2 of a Flux model in the "
        "diffusers layout. Not needed without T5, or where T5 lies in such a model.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Refuse to begin without any encoder."""
        names = [str(parameters.get(name, "wired")) for name in ("first", "second", "third")]
        if not any(name.strip() for name in names):
            raise NodeError("No text encoder is chosen: choose those of the family.")

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """The tokenizer."""
        folder = str(parameters.get("t5_tokenizer", ""))
        return [full_path(folder)] if folder.strip() else []

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The encoders are of the family that was chosen."""
        family = parameters.get("family", "Flux")
        return with_family(cls.spec.outputs, ValueType("ModelName").with_traits(family=str(family)))

    def run(self, ctx: Context) -> Encoders:
        """Check the files and hand out a handle to all of them."""
        from app.diffusion.checkpoints.encoders import Found, open_text_model
        from app.diffusion.checkpoints.opening import check_part, tokenizer_in

        names = [name for name in (self.first, self.second, self.third) if name.strip()]
        paths = [ctx.find_model("text_encoder", name) for name in names]
        for path in paths:
            check_part(path, "text encoder")
        chosen = [Found(path, ctx.content(path)) for path in paths]
        tokenizer = tokenizer_in(self.t5_tokenizer, ctx.content)
        return Encoders(open_text_model(chosen, self.family, tokenizer))
