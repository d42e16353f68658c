"""Writes what ships: diffusers folders in float16 that are opened the ordinary way.

Reads the newest checkpoints only, so that it can be called at any time while a stage learns. A
folder is written beside the old one and then takes its place.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    StableDiffusionInpaintPipeline,
    StableDiffusionInstructPix2PixPipeline,
    StableDiffusionPipeline,
)
from transformers import CLIPTextModel

from resources.models.making.training import inpaint, instruct, style_lora
from resources.models.making.training.colours import write_colours
from resources.models.making.training.control import new_control
from resources.models.making.training.denoiser import base
from resources.models.making.training.noise import solver
from resources.models.making.training.runs import FILE, fill_from
from resources.models.making.training.stage import Place
from resources.models.making.training.text import load_tokenizer

NAME = "pocket"
VARIANTS: dict[str, tuple[ModuleType, Any]] = {
    "instruct": (instruct, StableDiffusionInstructPix2PixPipeline),
    "inpaint": (inpaint, StableDiffusionInpaintPipeline),
}


def export(place: Place, target: Path) -> list[str]:
    """Write everything that has a checkpoint; give the names of what was written."""
    made = [NAME]
    writers = {kind: partial(_control, place, kind) for kind in ("edges", "depth")}
    writers |= {kind: partial(_variant, place, kind) for kind in VARIANTS}
    replaced(target / NAME, partial(_whole, place, base(place), StableDiffusionPipeline))
    for kind, write in writers.items():
        if _learnt(place, kind):
            replaced(target / f"{NAME}-{kind}", write)
            made.append(f"{NAME}-{kind}")
    for kind in style_lora.STYLES:
        if _learnt(place, kind):
            style_lora.save(place, kind, target / f"{NAME}-{kind}.safetensors")
            made.append(f"{NAME}-{kind}.safetensors")
    return made


def _learnt(place: Place, kind: str) -> bool:
    return (place.stage(kind) / FILE).is_file()


def replaced(folder: Path, write: Callable[[Path], None]) -> None:
    """Write a folder beside its old self, make its files readable, then swap the two."""
    fresh, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    for path in (fresh, old):
        shutil.rmtree(path, ignore_errors=True)
    fresh.mkdir(parents=True)
    write(fresh)
    for path in fresh.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    if folder.is_dir():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _whole(place: Place, network: Any, kind: Any, folder: Path) -> None:
    """A whole pipeline with a U-Net of ours."""
    codec = AutoencoderKL.from_pretrained(place.models / "vae")
    write_colours(codec, folder)
    pipeline = kind(
        vae=codec,
        text_encoder=CLIPTextModel.from_pretrained(place.models / "text_encoder"),
        tokenizer=load_tokenizer(place.models / "tokenizer"),
        unet=network,
        scheduler=solver(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.to(torch.float16).save_pretrained(folder, safe_serialization=True)
    _add(folder / "scheduler" / "scheduler_config.json", {"clip_sample": False})
    _forget_origin(folder / "vae" / "config.json")


def _add(path: Path, values: dict[str, Any]) -> None:
    """Add settings to a JSON file; solvers that clip by default would spoil the latents."""
    known = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**known, **values}, indent=2) + "\n", encoding="utf-8")


def _forget_origin(path: Path) -> None:
    """Take out where a part was read from: a folder of the machine that made it."""
    known = json.loads(path.read_text(encoding="utf-8"))
    known.pop("_name_or_path", None)
    path.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


def _control(place: Place, kind: str, folder: Path) -> None:
    network = new_control(base(place))
    fill_from(network, place.stage(kind))
    network.to(torch.float16).save_pretrained(folder, safe_serialization=True)


def _variant(place: Place, kind: str, folder: Path) -> None:
    module, pipeline = VARIANTS[kind]
    network = module.new_network()
    fill_from(network, place.stage(kind))
    _whole(place, network, pipeline, folder)
