"""How people stand in a picture."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, ModelName, Node, param, socket


class Pose(Node):
    """Draw people as coloured skeletons, for pose (OpenPose) ControlNets.

    Takes the folder of a ViTPose network, and for several people that of a detector (RT-DETR or
    YOLOS), both of the transformers library with weights as .safetensors.
    """

    category = "ControlNet"
    aliases = ("openpose", "skeleton", "vitpose", "people", "body", "preprocessor")

    image: Image = socket("The pictures.")
    model: ModelName = param(
        default="",
        tip="A pose network from your model folders, or the path of its folder.",
        model_kind="pose_estimator",
    )
    detector: ModelName = param(
        default="",
        tip="What finds people, in the same way; without it one person is taken to fill the "
        "picture.",
        model_kind="person_detector",
    )
    confidence: float = param(
        default=0.3,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="How sure the networks must be of a person and of a joint.",
    )
    thickness: float = param(
        default=4.0, low=0.5, high=64.0, step=0.5, unit="px", tip="How thick joints and bones are."
    )

    def run(self, ctx: Context) -> Annotated[Image, "Skeletons on black."]:
        """Find people, then the joints of each, picture by picture."""
        from app.diffusion.vision import looking

        network = looking.load(ctx, "pose_estimator", self.model)
        detector = None
        if self.detector.strip():
            detector = looking.load(ctx, "person_detector", self.detector)
        both = looking.PoseNetworks(network, detector, self.confidence)
        return looking.skeletons(ctx, both, self.image, self.thickness)
