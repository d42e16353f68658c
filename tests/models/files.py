"""Small weight files of every kind, and pictures beside them."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

NETWORK = "model.diffusion_model.input_blocks.0.0.weight"
SHAPES: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "SD 1": {NETWORK: (8, 4, 3, 3), "cond_stage_model.transformer.text_model.x": (1,)},
    "inpaint": {NETWORK: (8, 9, 3, 3), "cond_stage_model.transformer.text_model.x": (1,)},
    "SDXL": {NETWORK: (8, 4, 3, 3), "conditioner.embedders.1.model.x": (1,)},
    "lora": {"lora_unet_x_attn2_to_k.lora_down.weight": (4, 768)},
    "controlnet": {"control_model.x.attn2.to_k.weight": (8, 768)},
    "nothing": {"weight": (3, 3, 3)},
}


def weight_file(
    path: Path, what: str = "SD 1", notes: Mapping[str, str] | None = None, *, salt: str = ""
) -> Path:
    """Write a file with the head of such a model; ``salt`` makes its content another one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head: dict[str, object] = {"__metadata__": dict(notes)} if notes else {}
    for name, shape in SHAPES[what].items():
        head[name] = {"dtype": "U8", "shape": list(shape), "data_offsets": [0, 0]}
    text = json.dumps(head).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + salt.encode())
    return path


def picture(path: Path, size: tuple[int, int] = (40, 30)) -> Path:
    """Write a red picture."""
    Image.new("RGB", size, (200, 20, 20)).save(path)
    return path
