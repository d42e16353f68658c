"""What a LoRA file holds, told from its head: which factors belong to which layer.

Layouts: diffusers (today's, which is peft's, and the two before it), peft's own folders, kohya's
sd-scripts and LyCORIS. They differ in how a layer is called and in how the names of its factors
end.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.diffusion.loading.part_files import PICKLES
from app.diffusion.loading.refusals import DamagedConfig, PickledWeights
from app.graph.phrases import Phrase
from app.sdk.checkpoint_shapes import recognise_shape
from app.sdk.errors import NodeError
from app.sdk.weight_heads import WeightHead, read_head

_PEFT_FILES = ("adapter_model.safetensors", "pytorch_lora_weights.safetensors")
_PEFT_CONFIG = "adapter_config.json"
_NOTE = "lora_adapter_metadata"
_LARGEST_CONFIG = 2**20
_ENDS = re.compile(
    r"(?:\.lora_(?P<letter>[AB])(?:\.[^.]+)?\.weight"
    r"|\.lora_(?P<kohya>down|up|mid)\.weight"
    r"|(?:\.lora_linear_layer|[._]lora)\.(?P<old>down|up)\.weight"
    r"|\.(?P<dora>lora_magnitude_vector(?:\.[^.]+)*|dora_scale)"
    r"|\.(?P<plain>alpha|diff|diff_b|(?:hada|lokr)_[wt][12](?:_[ab])?))$"
)
_LETTERS = {"A": "down", "B": "up"}


class NotALoRA(NodeError):
    """A file was given as a LoRA that is none."""

    english = (
        "{file} holds no LoRA ({found}): choose a LoRA in the layout of diffusers, peft or kohya."
    )


@dataclass(frozen=True)
class Factor:
    """One tensor of a file, and its shape."""

    name: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class LoRAFile:
    """The layers of a LoRA by the names that the file has for them, each with its factors.

    ``family`` is what its shapes tell, empty where they tell nothing. ``notes`` say which alphas
    hold where the file has none.
    """

    path: Path
    layers: Mapping[str, Mapping[str, Factor]]
    family: str
    notes: Mapping[str, Any]

    def scaling(self, layer: str, rank: int, alpha: float | None) -> float:
        """What alpha divided by the rank is for a layer; 1 where nothing is said of alpha."""
        if alpha is not None:
            return alpha / rank if rank else 1.0
        return self._noted_scaling(layer, rank)

    def _noted_scaling(self, layer: str, rank: int) -> float:
        """The same by the notes, which also tell the rank of layers that are not split."""
        part = layer.partition(".")[0]
        for start in (f"{part}.", ""):
            alpha = self.notes.get(f"{start}lora_alpha", self.notes.get(f"{start}alpha"))
            patterns = self.notes.get(f"{start}alpha_pattern")
            for pattern, special in patterns.items() if isinstance(patterns, dict) else ():
                if layer.endswith(f".{pattern}"):
                    alpha = special
            rank = rank or _number(self.notes.get(f"{start}r"))
            if _number(alpha) and rank:
                rooted = self.notes.get(f"{start}use_rslora")
                return float(alpha) / (math.sqrt(rank) if rooted else rank)
        return 1.0


def open_lora(path: Path) -> LoRAFile:
    """The layers of the LoRA in a file, or in a folder of peft; refuses what is none.

    Only the head is read.
    """
    file = lora_file(path)
    head = read_head(file)
    layers: dict[str, dict[str, Factor]] = {}
    for name, shape in head.shapes.items():
        found = _ENDS.search(name)
        if found:
            layers.setdefault(name[: found.start()], {})[_role(found)] = Factor(name, shape)
    if not layers:
        raise NotALoRA(file=file, found=_words(head))
    known = recognise_shape(head)
    return LoRAFile(file, layers, known.family if known else "", _notes(file, head))


def lora_file(path: Path) -> Path:
    """The file of a LoRA, which may be given as the folder around it; refuses pickles."""
    if path.is_dir():
        path = next((path / name for name in _PEFT_FILES if (path / name).is_file()), path)
        if path.is_dir():
            raise NotALoRA(file=path, found=Phrase("there is no {file}", file=_PEFT_FILES[0]))
    if path.suffix.lower() in PICKLES:
        raise PickledWeights(file=path)
    return path


def _number(noted: Any) -> Any:
    """A number that somebody noted; 0 where that is none."""
    return noted if isinstance(noted, int | float) and math.isfinite(noted) else 0


def _role(found: re.Match[str]) -> str:
    if found["letter"]:
        return _LETTERS[found["letter"]]
    if found["dora"]:
        return "magnitude"
    return found["kohya"] or found["old"] or found["plain"]


def _words(head: WeightHead) -> Phrase:
    shape = recognise_shape(head)
    if shape is None:
        return Phrase("it holds {count} tensors of another kind", count=len(head.shapes))
    return Phrase("it is a {kind} of {family}", kind=shape.kind, family=shape.family or "?")


def _notes(file: Path, head: WeightHead) -> Mapping[str, Any]:
    """What the file, or the config that peft puts beside it, says of alphas."""
    noted = head.notes.get(_NOTE)
    config = file.with_name(_PEFT_CONFIG)
    if noted is None and file.name == _PEFT_FILES[0] and config.is_file():
        if config.stat().st_size > _LARGEST_CONFIG:
            raise DamagedConfig(file=config, problem=Phrase("it is far too large"))
        noted = config.read_text(encoding="utf-8", errors="replace")
    try:
        notes = json.loads(noted or "{}")
    except (ValueError, RecursionError):
        return {}
    return notes if isinstance(notes, dict) else {}
