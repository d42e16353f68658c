"""Opens models that are a folder or a single file alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.diffusion.checkpoints.gguf_files import check_can_read_gguf
from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.checkpoints.layouts import Layout
from app.diffusion.checkpoints.parts import layout_of_file
from app.diffusion.folder import (
    PICKLES,
    Checkpoint,
    Description,
    check_folder,
    handles,
    open_checkpoint,
    read_description,
)
from app.diffusion.refusals import NoModelFolder, NotAFolder, PickledWeights
from app.sdk.values import Weights
from app.sdk.weight_heads import SUFFIXES, WeightHead

_V_MARKS = ("v_pred",)
"""An empty tensor of this name is how some trainers note that a network predicts velocities."""


@dataclass(frozen=True)
class Tokenizer:
    """A folder with the tokenizer of T5, and the hash of its content."""

    folder: Path
    content: str


def check_model(path: Path, index: str = "model_index.json") -> None:
    """Refuse what is neither a weight file nor a folder with the file ``index``.

    Cheap, so it comes before the content is hashed.
    """
    if path.is_file():
        check_file(path)
    else:
        check_folder(path, index)


def check_file(path: Path) -> None:
    """Refuse a file that is none of the formats which are read."""
    if not path.exists():
        raise NoModelFolder(path=path)
    if path.suffix.lower() in PICKLES:
        raise PickledWeights(file=path)
    if path.suffix.lower() not in SUFFIXES:
        raise NotAFolder(path=path)
    checked_head(path)


def open_model(path: Path, content: str, tokenizer: Tokenizer | None = None) -> Checkpoint:
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


def with_tokenizer(weights: Weights, tokenizer: Tokenizer) -> Weights:
    """A text encoder whose tokenizer lies elsewhere; the content of both counts."""
    content = f"{weights.content} {tokenizer.content}"
    return replace(weights, content=content, tokenizer=str(tokenizer.folder))


def is_t5(config: Mapping[str, Any]) -> bool:
    """Whether this is the config of a T5 encoder."""
    return "T5EncoderModel" in (config.get("architectures") or ())


def _described(layout: Layout, head: WeightHead) -> Description:
    """What the configs of this kind of file say, as far as the file has those parts."""
    described = read_description(layout.folder)
    kept = {
        part: config
        for part, config in described.configs.items()
        if part not in described.family.optional or layout.parts[part].find(head.shapes)
    }
    schedule = dict(described.schedule)
    if any(mark in head.shapes for mark in _V_MARKS):
        schedule["prediction_type"] = "v_prediction"
    return replace(described, configs=kept, schedule=schedule)
