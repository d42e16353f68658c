"""Opens models that are a folder or a single file alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.diffusion.checkpoints.encoders import Found, is_t5, with_tokenizer
from app.diffusion.checkpoints.gguf_files import check_can_read_gguf
from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.checkpoints.layouts import Layout
from app.diffusion.checkpoints.parts import layout_of_file, part_in
from app.diffusion.checkpoints.refusals import FixedPrediction, NoTokenizerFolder
from app.diffusion.loading.folder import (
    Checkpoint,
    Description,
    control_handle,
    handles,
    open_checkpoint,
    open_control_network,
    read_description,
)
from app.diffusion.loading.part_files import PICKLES, check_folder
from app.diffusion.loading.refusals import NotAFolder, PickledWeights
from app.sdk.models import ControlNetwork, Weights
from app.sdk.paths import full_path
from app.sdk.weight_heads import SUFFIXES, WeightHead

_V_MARK, _ZERO_MARK = "v_pred", "ztsnr"
"""Empty tensors by which trainers note that a network predicts velocities, and that it was trained
up to noise without any picture in it."""

_NOTE = "modelspec.prediction_type"
_NOTED = {"epsilon": "epsilon", "v": "v_prediction"}
"""Words of the ModelSpec (github.com/Stability-AI/ModelSpec) for what a network predicts."""


def check_model(path: Path) -> None:
    """Refuse what is neither a weight file nor the folder of a whole model.

    Cheap, so it comes before the content is hashed.
    """
    if not path.is_file():
        check_folder(path, "model_index.json")
    else:
        _check_file(path)


def check_part(path: Path, kind: str) -> None:
    """Refuse what is neither a weight file nor a folder that can hold a ``kind``.

    A VAE or a text encoder may be taken from the folder of a whole model.
    """
    if path.is_file():
        _check_file(path)
    elif kind == "ControlNet" or not (path / "model_index.json").is_file():
        check_folder(path, "config.json", kind)


def _check_file(path: Path) -> None:
    if path.suffix.lower() in PICKLES:
        raise PickledWeights(file=path)
    if path.suffix.lower() not in SUFFIXES:
        raise NotAFolder(path=path)
    checked_head(path)


def tokenizer_in(folder: str, content: Callable[[Path], str]) -> Found | None:
    """The tokenizer in a folder that the user named; ``content`` gives the hash of one."""
    if not folder.strip():
        return None
    path = full_path(folder)
    if not path.is_dir():
        raise NoTokenizerFolder(path=path)
    return Found(path, content(path))


def open_model(path: Path, content: str, tokenizer: Found | None = None) -> Checkpoint:
    """Handles to the parts of the checkpoint at ``path``, a folder or a single file.

    ``content`` is the hash of what lies there; ``tokenizer`` that of T5, where the model has one
    and does not bring its own. Parts that the file lacks are refused when they are used.
    """
    if not path.is_file():
        return open_checkpoint(path, content)
    head = checked_head(path)
    layout = layout_of_file(path, head)
    if path.suffix.lower() == ".gguf":
        check_can_read_gguf(path)
    described = _described(layout, head)

    def weights(part: str) -> Weights:
        plain = Weights(part, content, described.family.name, str(path))
        if tokenizer is None or not is_t5(described.configs[part]):
            return plain
        return with_tokenizer(plain, tokenizer)

    return handles(described, weights)


def open_control(path: Path, content: str) -> ControlNetwork:
    """A handle to the ControlNet at ``path``, a folder or a single file."""
    if not path.is_file():
        return open_control_network(path, content)
    head = checked_head(path)
    layout = layout_of_file(path, head, "controlnet")
    return control_handle(part_in(head, path, "controlnet", layout.family).config, path, content)


def with_prediction(opened: Checkpoint, prediction: str) -> Checkpoint:
    """The checkpoint with a network that predicts ``prediction``, as its schedule names it.

    Files do not say it, and networks that look the same were trained for one or the other.
    """
    schedule = json.loads(opened.model.schedule)
    weights = opened.model.weights
    if str(schedule.get("_class_name", "")).startswith("FlowMatch"):
        raise FixedPrediction(path=weights.path, family=weights.family)
    changed = json.dumps({**schedule, "prediction_type": prediction}, sort_keys=True)
    return replace(opened, model=replace(opened.model, schedule=changed))


def _described(layout: Layout, head: WeightHead) -> Description:
    """What the configs of this kind of file say, as far as the file has those parts."""
    described = read_description(layout.folder)
    kept = {
        part: config
        for part, config in described.configs.items()
        if part not in described.family.optional or layout.parts[part].find(head.shapes)
    }
    return replace(described, configs=kept, schedule=_noted(described.schedule, head))


def _noted(schedule: Mapping[str, Any], head: WeightHead) -> dict[str, Any]:
    """The schedule with what the makers of a file noted of their network."""
    changed = dict(schedule)
    if "prediction_type" not in schedule:  # a flow, which is told otherwise
        return changed
    if (noted := head.notes.get(_NOTE, "")) in _NOTED:
        changed["prediction_type"] = _NOTED[noted]
    if _V_MARK in head.shapes:
        changed["prediction_type"] = "v_prediction"
    if _ZERO_MARK in head.shapes:
        changed["rescale_betas_zero_snr"] = True
    return changed
