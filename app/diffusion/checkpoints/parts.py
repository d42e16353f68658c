"""One network inside a single file: its config, and its tensors under today's names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.diffusion.checkpoints.deferred import Deferred, stored
from app.diffusion.checkpoints.heads import checked_head
from app.diffusion.checkpoints.layouts import Layout, PartLayout, known_layouts
from app.diffusion.checkpoints.looks import CHECKPOINT, CONTROL_NETWORK, not_wanted
from app.diffusion.checkpoints.names import todays_names
from app.diffusion.checkpoints.refusals import GgufPart, LacksPart, LacksTensor
from app.diffusion.loading.part_files import first_line, part_config
from app.graph.phrases import Phrase
from app.sdk.families import latents_of
from app.sdk.weight_heads import WeightHead

_NETWORKS = ("unet", "transformer")
_MAIN_PARTS = (*_NETWORKS, "controlnet")
_NODES = {"vae": "Load VAE", "controlnet": "Load ControlNet", "text": "Load Text Encoders"}
_MOST_BLOCKS = 128
_BESIDE = (".scale_weight", ".scale_input", ".weight_scale", ".input_scale")
"""How numbers are called that only say how a tensor beside them is stored."""


@dataclass(frozen=True)
class FilePart:
    """One network in a file: nothing of it is read yet."""

    title: str
    config: Mapping[str, Any]
    tensors: Mapping[str, Deferred]


def layout_of_file(file: Path, head: WeightHead, main_part: str = "") -> Layout:
    """What kind of file this is; refuses one without a network, or without ``main_part``."""
    wanted = (main_part,) if main_part else _NETWORKS
    layout = _layout(head, wanted)
    if layout is None:
        raise not_wanted(file, head, CONTROL_NETWORK if main_part else CHECKPOINT)
    return layout


def file_part(file: Path, part: str, family: str) -> FilePart:
    """One part of a file: of a whole checkpoint, or alone in a file for a model of ``family``."""
    return part_in(checked_head(file), file, part, family)


def part_in(head: WeightHead, file: Path, part: str, family: str) -> FilePart:
    """The same, for the head of the file."""
    layout = _layout(head, _MAIN_PARTS, part) or _layout_for_part(head, part, family)
    place = layout.parts[part].find(head.shapes) if layout and part in layout.parts else None
    if layout is None or place is None:
        node = next(
            (node for start, node in _NODES.items() if part.startswith(start)), "Load Model"
        )
        title = layout.parts[part].title if layout and part in layout.parts else part
        raise LacksPart(file=file, part=title, node=node)
    if file.suffix.lower() == ".gguf" and part not in _NETWORKS:
        raise GgufPart(file=file, part=layout.parts[part].title)
    found = {
        name.removeprefix(place.under): stored(name, shape)
        for name, shape in head.shapes.items()
        if name.startswith(place.under) and not name.endswith(_BESIDE)
    }
    config = part_config(layout.folder, part)
    try:
        tensors = todays_names(place.names, found, config)
    except Exception as error:  # what the library's functions raise is of every kind
        problem = Phrase("it lacks tensors ({problem})", problem=first_line(error))
        raise LacksTensor(file=file, title=layout.title, problem=problem) from error
    return FilePart(layout.title, _measured(config, layout.parts[part], tensors), tensors)


def network_layout(head: WeightHead) -> Layout | None:
    """The kind of checkpoint that a file with this head is; None where it holds no network."""
    return _layout(head, _NETWORKS)


def _layout(head: WeightHead, main_parts: tuple[str, ...], part: str = "") -> Layout | None:
    """The kind of file by its main part; with ``part``, one that may have such a part."""
    for layout in known_layouts():
        is_asked = layout.main_part in main_parts and (not part or part in layout.parts)
        if is_asked and layout.parts[layout.main_part].find(head.shapes):
            return layout
    return None


def _layout_for_part(head: WeightHead, part: str, family: str) -> Layout | None:
    """The kind of model that a part alone in its file is for."""
    for layout in known_layouts():
        is_family = family in (layout.family, latents_of(layout.family))
        if is_family and part in layout.parts and layout.parts[part].find(head.shapes):
            return layout
    return None


def _measured(
    config: dict[str, Any], layout: PartLayout, tensors: Mapping[str, Deferred]
) -> dict[str, Any]:
    """The config with as many blocks as the file has: there are slimmed and smaller models."""
    numbers = {}
    for key, start in layout.counts.items():
        blocks = {name[len(start) :].split(".")[0] for name in tensors if name.startswith(start)}
        numbers[key] = min(len(blocks), _MOST_BLOCKS)
    for key, (name, side) in layout.sizes.items():
        if name in tensors:
            numbers[key] = tensors[name].shape[side]
    return {**config, **numbers}
