"""Opens a motion adapter."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, ModelName, MotionAdapter, Node, param


class LoadMotionAdapter(Node):
    """Open a motion adapter (AnimateDiff), which makes the pictures of a model move.

    It is a folder in the diffusers layout with weights as .safetensors.
    """

    category = "Video"
    aliases = ("AnimateDiff loader", "motion module")

    adapter: ModelName = param(
        default="",
        tip="A motion adapter from your model folders, or the path of a folder.",
        model_kind="motion_adapter",
    )

    def run(self, ctx: Context) -> Annotated[MotionAdapter, "The motion layers; for Animate."]:
        """Check the folder and hand out a handle."""
        from app.diffusion.loading.part_files import check_folder
        from app.diffusion.video.motion import open_motion_adapter

        path = ctx.find_model("motion_adapter", self.adapter)
        check_folder(path, "config.json")
        return open_motion_adapter(path, ctx.content(path))
