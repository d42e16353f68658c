"""Commands that teach: one stage, or all of them in order."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import torch

from resources.models.making.training import (
    control,
    denoiser,
    inpaint,
    instruct,
    latents,
    style_lora,
    text,
    vae,
)
from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.quiet import quieten
from resources.models.making.training.stage import Place, device_named

Stage = Callable[[Place, Budget, Recipe], None]

STAGES: dict[str, tuple[Stage, Recipe, int]] = {
    "vae": (vae.run, vae.RECIPE, 9_600),
    "text": (text.run, text.RECIPE, 64_000),
    "denoiser": (denoiser.run, denoiser.RECIPE, 600_000),
    "edges": (partial(control.run, kind="edges"), control.RECIPE, 100_000),
    "depth": (partial(control.run, kind="depth"), control.RECIPE, 100_000),
    "line": (partial(style_lora.run, kind="line"), style_lora.RECIPE, 16_000),
    "glass": (partial(style_lora.run, kind="glass"), style_lora.RECIPE, 16_000),
    "instruct": (instruct.run, instruct.RECIPE, 200_000),
    "inpaint": (inpaint.run, inpaint.RECIPE, 200_000),
}
"""In the order in which they build on one another: what to run, how, and on how many samples."""

GPU_BATCH = 8
"""How many times larger batches are on a GPU."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--work", type=Path, default=Path(".making"), help="folder for all files")
    parser.add_argument("--device", default="auto", help="cpu, cuda, or auto")
    parser.add_argument("--threads", type=int, default=0, help="for arithmetic; 0: all")
    processes = max(1, (os.cpu_count() or 1) // 2)
    parser.add_argument("--processes", type=int, default=processes, help="that draw pictures")
    parser.add_argument("--minutes", type=float, help="learn so long, over all sittings")
    parser.add_argument("--samples", type=float, help="learn from so many, over all sittings")
    parser.add_argument("--until", help="learn until this time of day, as 23:58")
    parser.add_argument("--batch", type=int, help="samples a step")
    parser.add_argument("--pictures", type=int, help="different pictures for the U-Net")


def run(arguments: argparse.Namespace) -> None:
    """Run the stages asked for."""
    quieten()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    device = device_named(arguments.device)
    place = Place(arguments.work, device, arguments.processes, arguments.pictures)
    if arguments.command == "data":
        latents.taught(place, place.sized(denoiser.PICTURES))
        return
    names = list(STAGES) if arguments.command == "all" else [arguments.command]
    for name in names:
        stage, recipe, samples = STAGES[name]
        stage(place, budget_of(arguments, samples), recipe_of(arguments, recipe, device))


def recipe_of(arguments: argparse.Namespace, recipe: Recipe, device: torch.device) -> Recipe:
    """The stage's recipe with the batch that was asked for, or that fits the device."""
    larger = GPU_BATCH if device.type == "cuda" else 1
    return replace(recipe, batch=arguments.batch or recipe.batch * larger)


def budget_of(arguments: argparse.Namespace, samples: int) -> Budget:
    """What was asked for; else the stage's own number of samples."""
    until = _clock(arguments.until) if arguments.until else math.inf
    if arguments.minutes is None and arguments.samples is None and not arguments.until:
        return Budget(samples=samples)
    return Budget(arguments.minutes or math.inf, arguments.samples or math.inf, until)


def _clock(time: str) -> float:
    """The next such time of day, in seconds since 1970."""
    now = datetime.now()
    asked = datetime.strptime(time, "%H:%M")
    found = now.replace(hour=asked.hour, minute=asked.minute, second=0, microsecond=0)
    return (found if found > now else found + timedelta(days=1)).timestamp()
