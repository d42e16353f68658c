"""Opens a ControlNet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, ControlNetwork, ModelName, Node, Plain, ValueType, param
from app.sdk.families import with_family


class LoadControlNet(Node):
    """Open a ControlNet: a network that leads the picture along lines, depths or poses.

    It is a folder in the diffusers layout with weights as .safetensors, and must be of the family
    of the model that it leads.
    """

    title = "Load ControlNet"
    category = "Models"
    aliases = ("controlnet", "controlnet loader")

    network: ModelName = param(
        default="pocket-edges",
        tip="A ControlNet from your model folders, or the path of a folder.",
        model_kind="controlnet",
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The network is of the family that the shelf knows it by."""
        return with_family(cls.spec.outputs, inputs.get("network"))

    def run(self, ctx: Context) -> Annotated[ControlNetwork, "The network; for the ControlNet."]:
        """Check the folder and hand out a handle."""
        from app.diffusion.folder import check_folder, open_control_network

        path = ctx.find_model("controlnet", self.network)
        check_folder(path, "config.json")
        return open_control_network(path, ctx.content(path))
