"""Puts the text encoders of a model together from files and folders of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.diffusion import families
from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.checkpoints.layouts import Layout, layout_of_family
from app.diffusion.checkpoints.refusals import GgufPart, LacksEncoder, NotItsEncoder
from app.diffusion.loading.part_files import (
    part_config,
    part_folder,
    read_config,
    tensor_shapes,
    weights_files,
)
from app.sdk.models import TextModel, Weights

_WIDTHS = ("hidden_size", "d_model")


@dataclass(frozen=True)
class Found:
    """A file or folder that the user chose, and the hash of its content."""

    path: Path
    content: str


def open_text_model(
    chosen: Sequence[Found], family: str, tokenizer: Found | None = None
) -> TextModel:
    """The text encoders of ``family``, each of which lies in one of ``chosen``, in any order.

    ``tokenizer`` is the folder with that of T5. Raises a NodeError where an encoder is missing, or
    something is of no use.
    """
    adapter, layout = families.of(family), layout_of_family(family)
    wanted = [text.part for text in adapter.encoders]
    found: dict[str, Weights] = {}
    for one in chosen:
        held = [part for part in wanted if _holds(one.path, part, layout)]
        if not held:
            names = ", ".join(layout.parts[part].title for part in wanted)
            raise NotItsEncoder(file=one.path, family=family, wanted=names)
        for part in held:
            found.setdefault(part, Weights(part, one.content, family, str(one.path)))
    for part in wanted:
        if part not in found and part not in adapter.optional:
            raise LacksEncoder(family=family, encoder=layout.parts[part].title)
    told = [
        with_tokenizer(found[part], tokenizer)
        if tokenizer and is_t5(part_config(layout.folder, part))
        else found[part]
        for part in wanted
        if part in found
    ]
    width = adapter.text_width(part_config(layout.folder, layout.main_part))
    return TextModel(told[0], tuple(told[1:]), width=width)


def with_tokenizer(weights: Weights, tokenizer: Found) -> Weights:
    """A text encoder whose tokenizer lies elsewhere; the content of both counts."""
    content = f"{weights.content} {tokenizer.content}"
    return replace(weights, content=content, tokenizer=str(tokenizer.path))


def is_t5(config: Mapping[str, Any]) -> bool:
    """Whether this is the config of a T5 encoder."""
    return "T5EncoderModel" in (config.get("architectures") or ())


def _holds(path: Path, part: str, layout: Layout) -> bool:
    """Whether a file or folder holds an encoder like that of a layout."""
    if path.is_file():
        if path.suffix.lower() == ".gguf":
            raise GgufPart(file=path, part=layout.parts[part].title)
        return layout.parts[part].find(checked_head(path).shapes) is not None
    if (path / "model_index.json").is_file() and not (path / part).is_dir():
        return False
    like = part_config(layout.folder, part)
    config = read_config(part_folder(path, part), "config.json", "text encoder")
    if is_t5(config) != is_t5(like) or _width(config) != _width(like):
        return False
    part_config(path, part)
    for file in weights_files(path, part):
        tensor_shapes(file)
    return True


def _width(config: Mapping[str, Any]) -> Any:
    return next((config[name] for name in _WIDTHS if name in config), None)
