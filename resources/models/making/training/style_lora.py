"""LoRAs for two styles that the U-Net never saw: ink lines, and stained glass.

Low-rank additions (LoRA: Hu et al., arXiv:2106.09685) to attention and convolutions: how things are
painted is decided where there is no attention. A set is trained on pictures in one style, with the
base's own captions and the style's name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file

from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet
from resources.models.making.training.denoiser import Denoising, base
from resources.models.making.training.emphasis import emphasis
from resources.models.making.training.latents import Speaker, taught
from resources.models.making.training.runs import Run, fill_from
from resources.models.making.training.sampling import Painter, prompts_sheet, sheet_file
from resources.models.making.training.stage import Place

STYLES = {"line": "line", "glass": "stained glass"}
WORDS = {"line": "ink line drawing", "glass": "stained glass"}
"""What a prompt says to bring out a style, as captions of its pictures do."""

RANK = 6
RECIPE = Recipe(
    batch=32, rate=2e-3, warm_up=20, falling=0.6, average=0.99, seed=51, half=True, decay=0.0
)
_TARGETS = ["to_q", "to_k", "to_v", "to_out.0", "conv1", "conv2"]


def pictures(kind: str) -> PictureSet:
    """The pictures of one style."""
    return PictureSet(
        f"style-{kind}", 4096, (("scene", 0.8), ("shape", 0.1), ("relation", 0.1)), STYLES[kind]
    )


def with_lora(network: Any, seed: int = RECIPE.seed) -> Any:
    """The U-Net with an untaught LoRA; only the LoRA asks for gradients."""
    torch.manual_seed(seed)
    network.requires_grad_(False)
    network.add_adapter(LoraConfig(r=RANK, lora_alpha=RANK, target_modules=_TARGETS))
    return network


def run(place: Place, budget: Budget, recipe: Recipe, kind: str) -> None:
    """Teach the LoRA of this kind."""
    network = with_lora(base(place)).to(place.device)
    stage = Run(place.stage(kind), network, recipe, budget)
    if stage.finished:
        return
    chosen = place.sized(pictures(kind))
    data, places = taught(place, chosen), emphasis(chosen)
    painter = Painter(place)

    def show() -> None:
        prompts_sheet(painter, stage.averaged(), sheet_file(stage), 16)

    teaching = Denoising(data, places, Speaker(place, recipe.half))
    stage.learn(teaching.loss, show)
    place.note(kind, {"samples": stage.counts.samples, "pictures": len(data)})


def save(place: Place, kind: str, path: Path) -> None:
    """Write the LoRA of the newest checkpoint as one file with diffusers' names, float16.

    Its head says what it is for, in the words of the modelspec standard, for shelves of models.
    """
    network = with_lora(base(place))
    fill_from(network, place.stage(kind))
    found = get_peft_model_state_dict(network)
    halved = {f"unet.{name}": tensor.half().contiguous() for name, tensor in found.items()}
    notes = {
        "format": "pt",
        "modelspec.architecture": "stable-diffusion-v1/lora",
        "modelspec.title": path.stem,
        "modelspec.trigger_phrase": WORDS[kind],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(halved, path, notes)
    path.chmod(0o644)
