"""Opens an IP-Adapter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, ModelName, Node, Plain, PromptAdapter, ValueType, param
from app.sdk.families import with_family


class LoadIPAdapter(Node):
    """Open an IP-Adapter: it lets a model follow pictures as it follows words.

    It is one .safetensors file. Its usual kinds are understood: plain, plus (finer) and full face.
    """

    title = "Load IP-Adapter"
    category = "Models"
    aliases = ("ip adapter loader", "image prompt")

    adapter: ModelName = param(
        default="",
        tip="An IP-Adapter from your model folders, or the path of its file.",
        model_kind="ip_adapter",
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The adapter is of the family that its file tells."""
        return with_family(cls.spec.outputs, inputs.get("adapter"))

    def run(self, ctx: Context) -> Annotated[PromptAdapter, "The adapter; for the IP-Adapter."]:
        """Check the file's head and hand out a handle."""
        from app.diffusion.loading.adapter_files import open_prompt_adapter

        path = ctx.find_model("ip_adapter", self.adapter)
        return open_prompt_adapter(path, lambda: ctx.content(path))
