"""Opens a T2I-Adapter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, ModelName, Node, PictureAdapter, Plain, ValueType, param
from app.sdk.families import with_family


class LoadT2IAdapter(Node):
    """Open a T2I-Adapter: a small network that leads the picture along lines, depths or poses.

    It is a folder in the diffusers layout with weights as .safetensors, and must be of the family
    of the model that it leads.
    """

    title = "Load T2I-Adapter"
    category = "Models"
    aliases = ("t2i adapter loader",)

    network: ModelName = param(
        default="",
        tip="A T2I-Adapter from your model folders, or the path of a folder.",
        model_kind="t2i_adapter",
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The adapter is of the family that its folder tells."""
        return with_family(cls.spec.outputs, inputs.get("network"))

    def run(self, ctx: Context) -> Annotated[PictureAdapter, "The network; for the T2I-Adapter."]:
        """Check the folder and hand out a handle."""
        from app.diffusion.loading.adapter_files import open_picture_adapter
        from app.diffusion.loading.part_files import check_folder

        path = ctx.find_model("t2i_adapter", self.network)
        check_folder(path, "config.json")
        return open_picture_adapter(path, ctx.content(path))
