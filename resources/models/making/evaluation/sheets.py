"""Sheets of 48 pictures side by side, from seeds that nobody picked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from resources.models.making.evaluation.asked import asked
from resources.models.making.evaluation.painting import SIDE, Painter, plain
from resources.models.making.world.sheet import save_sheet, sheet

_KINDS = ("scene", "scene", "scene", "scene", "shape", "relation")
LORAS = {"line": "{}, ink line drawing", "glass": "{}, stained glass"}


def save_sheets(painter: Painter, folder: Path, count: int) -> list[Path]:
    """A sheet of the base model, and one of every LoRA that is there."""
    wanted = [asked(_KINDS[number % len(_KINDS)], 5000 + number) for number in range(count)]
    prompts = [one.prompt for one in wanted]
    given = [{"prompt": prompt, "height": SIDE, "width": SIDE} for prompt in prompts]
    made = painter.paint("sheet", plain, ["pocket"], given)
    paths = [folder / "sheet-base.png"]
    save_sheet(sheet(made, prompts, 8), paths[0])
    for name, words in LORAS.items():
        file = f"pocket-{name}.safetensors"
        if painter.has(file):
            scenes = [asked("scene", 5000 + number, "flat").prompt for number in range(count // 2)]
            said = [words.format(prompt) for prompt in scenes]
            given = [{"prompt": prompt, "height": SIDE, "width": SIDE} for prompt in said]
            load = partial(_with_lora, file)
            made = painter.paint(f"sheet-{name}", load, ["pocket", file], given)
            paths.append(folder / f"sheet-{name}.png")
            save_sheet(sheet(made, said, 8), paths[-1])
    return paths


def _with_lora(file: str, models: Path) -> Any:
    pipeline = plain(models)
    pipeline.load_lora_weights(models, weight_name=file)
    return pipeline
