"""Words that were learnt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, ModelName, Node, Passes, Plain, TextModel, ValueType, param, socket
from app.sdk.families import with_family


class TextualInversion(Node):
    """Teach a text model a word: a file with the vectors that stand for it (an embedding).

    In prompts write the word, <word> or embedding:word. A word of several vectors takes as many
    tokens. Only .safetensors files are read.
    """

    category = "Models"
    aliases = ("embedding", "learnt word", "load embedding", "negative embedding")

    text_model: TextModel = socket("The text encoders that learn the word.")
    embedding: ModelName = param(
        default="",
        tip="An embedding from your model folders, or the path of a .safetensors file.",
        model_kind="embedding",
    )
    word: str = param(default="", tip="What it is called in prompts; empty: as the file is called.")

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """The word must be one that a prompt can hold."""
        from app.sdk.learnt_names import check_name

        check_name(parameters["word"])

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The text model is of the family that it was of before."""
        return with_family(cls.spec.outputs, inputs.get("text_model"))

    def run(
        self, ctx: Context
    ) -> Annotated[TextModel, "The text encoders with the word.", Passes("text_model")]:
        """Check that the vectors fit, and note the word on the handle."""
        from app.diffusion.patches.adding import add_word

        path = ctx.find_model("embedding", self.embedding)
        return add_word(self.text_model, path, ctx.content(path), self.word)
