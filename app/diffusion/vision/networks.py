"""Opens networks of the transformers library that look at pictures, from folders of the user's.

The class is one of an allow-list, the config is cleared of all that could fetch or run anything,
and weights are safetensors. Pictures are prepared by the library's own preprocessors, in the form
that needs no torchvision.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch
import transformers
from torch import Tensor

from app.diffusion.loading.config_checks import check_depth
from app.diffusion.loading.part_files import check_folder, first_line, read_config
from app.diffusion.loading.refusals import DamagedConfig
from app.diffusion.loading.sources import Source, source_of
from app.diffusion.loading.tensor_files import open_tensors
from app.diffusion.memory.shortage import pass_on_shortage
from app.graph.phrases import Phrase
from app.sdk.models import Weights

PREPARED_BY: Mapping[str, str] = {
    "DPTForDepthEstimation": "DPTImageProcessorPil",
    "DepthAnythingForDepthEstimation": "DPTImageProcessorPil",
    "SegformerForSemanticSegmentation": "SegformerImageProcessorPil",
    "UperNetForSemanticSegmentation": "SegformerImageProcessorPil",
    "DPTForSemanticSegmentation": "DPTImageProcessorPil",
    "BeitForSemanticSegmentation": "BeitImageProcessorPil",
    "MaskFormerForInstanceSegmentation": "MaskFormerImageProcessorPil",
    "Mask2FormerForUniversalSegmentation": "Mask2FormerImageProcessorPil",
    "RTDetrForObjectDetection": "RTDetrImageProcessorPil",
    "RTDetrV2ForObjectDetection": "RTDetrImageProcessorPil",
    "YolosForObjectDetection": "YolosImageProcessorPil",
}
"""What makes pictures ready for each network; the others do without."""

_BACKBONES = {
    *("beit", "bit", "convnext", "convnextv2", "dinov2", "dinov2_with_registers", "focalnet"),
    *("hgnet_v2", "maskformer-swin", "resnet", "rt_detr_resnet", "swin", "swinv2"),
    "vitpose_backbone",
}
_PREPARING_KEYS = {
    *("do_resize", "size", "resample", "do_rescale", "rescale_factor", "do_normalize"),
    *("image_mean", "image_std", "keep_aspect_ratio", "ensure_multiple_of", "do_pad"),
    *("size_divisor", "do_center_crop", "crop_size"),
}
_DROPPED_KEYS = {
    *("_attn_implementation", "attn_implementation", "_name_or_path", "torch_dtype", "dtype"),
    *("quantization_config", "use_kernels", "transformers_version", "architectures"),
}
_PREPARATION = "preprocessor_config.json"


@dataclass(frozen=True)
class Observer:
    """A network on the device with what prepares pictures for it."""

    network: Any
    preparation: Any
    config: Mapping[str, Any]
    place: torch.device

    def look(self, pixels: Tensor) -> Any:
        """What the network says of one picture (1, 3, height, width) in 0 to 1."""
        rows = (pixels[0] * 255).round().clamp(0, 255).byte().permute(1, 2, 0)
        prepared = self.preparation(
            images=[numpy.ascontiguousarray(rows.numpy())], return_tensors="pt"
        )
        with torch.inference_mode():
            return self.network(prepared["pixel_values"].to(self.place))


def check_observer(path: Path) -> None:
    """Refuse what is no folder with a config, cheaply."""
    check_folder(path, "config.json")


def load_observer(weights: Weights, device: torch.device, check: Callable[[], None]) -> Observer:
    """The network behind a handle, in float32 and eval mode; raises a refusal.

    ``check`` is called before every tensor and may raise to give up.
    """
    source = source_of(weights)
    config = _cleared(source.config, source.config_file)
    name = _class_name(source)
    try:
        kind: Any = getattr(transformers, name)
        made = kind.config_class.from_dict(config)
        with torch.device("meta"):
            wanted = sum(map(Tensor.numel, kind(made).parameters()))
    except Exception as error:  # a config may be wrong in any way
        pass_on_shortage(error)
        raise DamagedConfig(file=source.config_file, problem=first_line(error)) from error
    stored = sum(math.prod(tensor.shape) for tensor in source.tensors.values())
    if wanted > 1.5 * stored:  # what a file lacks would be made up, however much it is
        raise source.misfit("it lacks much of the network")
    network = _filled(kind, made, source, check)
    folder = source.config_file.parent
    return Observer(network.to(device), _preparation(name, folder), config, device)


def _filled(kind: Any, config: Any, source: Source, check: Callable[[], None]) -> Any:
    """The network with its weights; the library knows older names of tensors."""
    tensors = {}
    with open_tensors(source.files) as read:
        for name in source.tensors:
            check()
            tensor = read(name)
            tensors[name] = tensor.float() if tensor.is_floating_point() else tensor
    try:
        network, told = kind.from_pretrained(
            None, config=config, state_dict=tensors, dtype=torch.float32, output_loading_info=True
        )
    except Exception as error:  # shapes that do not fit, in many wordings
        pass_on_shortage(error)
        raise source.misfit(first_line(error)) from error
    if told["missing_keys"] or told["mismatched_keys"]:
        lacking = sorted(map(str, [*told["missing_keys"], *told["mismatched_keys"]]))[0]
        raise source.misfit(f"it lacks {lacking}")
    return network.eval().requires_grad_(False)


def _class_name(source: Source) -> str:
    """The class that the config names; it was held against the allow-list when it was read."""
    named = source.config.get("architectures")
    if not (isinstance(named, list) and len(named) == 1):
        problem = Phrase("it does not say which network it is for")
        raise DamagedConfig(file=source.config_file, problem=problem)
    return str(named[0])


def _cleared(config: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """A config without what could fetch or choose code, nor in the configs inside of it."""
    if config.get("use_timm_backbone") or config.get("use_pretrained_backbone"):
        problem = Phrase("its backbone would have to come from elsewhere")
        raise DamagedConfig(file=file, problem=problem)
    backbone = config.get("backbone_config")
    if isinstance(backbone, dict) and backbone.get("model_type") not in _BACKBONES:
        named = json.dumps(backbone.get("model_type"))
        raise DamagedConfig(file=file, problem=Phrase("unknown backbone {name}", name=named))
    check_depth(config, file)
    kept = _without_dropped(config)
    if isinstance(backbone, dict):
        kept["backbone_config"] = _cleared(backbone, file)
        kept.pop("backbone", None)
    return kept


def _without_dropped(config: Mapping[str, Any]) -> dict[str, Any]:
    """A config without what shapes no network, nor in the configs inside of it."""
    return {
        name: _without_dropped(value) if isinstance(value, dict) else value
        for name, value in config.items()
        if name not in _DROPPED_KEYS
    }


def _preparation(name: str, folder: Path) -> Any:
    """What prepares pictures, by the numbers in the folder; the class is ours to choose."""
    if name not in PREPARED_BY:
        return None
    told: Mapping[str, Any] = {}
    if (folder / _PREPARATION).is_file():
        told = read_config(folder, _PREPARATION, "model")
    numbers = {key: value for key, value in told.items() if key in _PREPARING_KEYS}
    try:
        return getattr(transformers, PREPARED_BY[name])(**numbers)
    except Exception as error:  # the library checks some numbers and stumbles over others
        raise DamagedConfig(file=folder / _PREPARATION, problem=first_line(error)) from error
