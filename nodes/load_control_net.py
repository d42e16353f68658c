"""Opens a ControlNet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, ControlNetwork, ModelName, Node, Plain, ValueType, param
from app.sdk.families import with_family


class LoadControlNet(Node):
    """Open a ControlNet: a network that leads the picture along lines, depths or poses.

    It is a .safetensors file or a folder in the diffusers layout, and must be of the family of the
    model that it leads.
    """

    title = "Load ControlNet"
    category = "Models"
    aliases = ("controlnet", "controlnet loader")

    network: ModelName = param(
        default="pocket-edges",
        tip="A ControlNet from your model folders, or the path of a file or folder.",
        model_kind="controlnet",
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The network is of the family that the shelf knows it by."""
        return with_family(cls.spec.outputs, inputs.get("network"))

    def run(self, ctx: Context) -> Annotated[ControlNetwork, "The network; for the ControlNet."]:
        """Check the file or folder and hand out a handle."""
        from app.diffusion.checkpoints.opening import check_part, open_control

        path = ctx.find_model("controlnet", self.network)
        check_part(path, "ControlNet")
        return open_control(path, ctx.content(path))
