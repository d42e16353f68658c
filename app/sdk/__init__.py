"""Everything a node file may import."""

from app.graph.kinds import KnownModel
from app.graph.spec import LARGEST_INTEGER, Plain
from app.graph.types import ValueType
from app.sdk.context import Context, Explained, Fold, Picture, Stopped
from app.sdk.courses import Guidance, Seeds
from app.sdk.cutouts import Cutout
from app.sdk.declare import Node, Passes, param, socket
from app.sdk.encoding import register_kind
from app.sdk.errors import NodeError
from app.sdk.kinds import Colour, File, Folder, ModelName, Seed, Size
from app.sdk.models import VAE, ControlNetwork, Model, TextModel, Weights
from app.sdk.noises import Noise, Sigmas
from app.sdk.saving import EmbedChoice, Inscription, inscription
from app.sdk.steering import ImageEncoder, ImagePrompt, PictureAdapter, PromptAdapter
from app.sdk.values import Conditioning, Control, Files, Image, Latent, Mask
from app.sdk.video import MotionAdapter, Video

__all__ = [
    "LARGEST_INTEGER",
    "VAE",
    "Colour",
    "Conditioning",
    "Context",
    "Control",
    "ControlNetwork",
    "Cutout",
    "EmbedChoice",
    "Explained",
    "File",
    "Files",
    "Fold",
    "Folder",
    "Guidance",
    "Image",
    "ImageEncoder",
    "ImagePrompt",
    "Inscription",
    "KnownModel",
    "Latent",
    "Mask",
    "Model",
    "ModelName",
    "MotionAdapter",
    "Node",
    "NodeError",
    "Noise",
    "Passes",
    "Picture",
    "PictureAdapter",
    "Plain",
    "PromptAdapter",
    "Seed",
    "Seeds",
    "Sigmas",
    "Size",
    "Stopped",
    "TextModel",
    "ValueType",
    "Video",
    "Weights",
    "inscription",
    "param",
    "register_kind",
    "socket",
]
