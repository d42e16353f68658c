"""What the graph costs over diffusers' own pipeline: python -m tests.benchmarks.sampling

The same components, prompt and steps once through a graph with previews, once through
``StableDiffusionPipeline``; on the shipped model and on one with much dearer steps. Prints medians
and ratios of CPU time on one thread, which other programs disturb least, and peak memory. Aims: at
most 1.01 where a step takes 200 ms or more, else at most 0.5 ms a step.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.engine.cache import Cache
from app.engine.events import Event
from app.engine.lowering import lower
from app.engine.runner import Runner
from app.graph.file import open_file
from app.sdk.paths import RESOURCES
from app.start import make_program

ROOT = Path(__file__).resolve().parents[2]
POCKET = RESOURCES / "models" / "pocket"
PROMPT = "a red house under a yellow sun on the grass"
CFG = 4.0


class GraphSide:
    """The text-to-image graph on one model, run by the engine."""

    def __init__(self, model: Path, side: int, steps: int, folder: Path) -> None:
        program = make_program()
        self._kinds, self._events = program.kinds, list[Event]()
        self._snapshot = open_file(
            RESOURCES / "graphs" / "text-to-image.loom", self._kinds
        ).snapshot
        self._fixed = {
            ("load-model", "model"): str(model),
            ("size", "size"): [side, side],
            ("sampler", "steps"): steps,
        }
        self._runner = Runner(
            self._kinds,
            program.services(),
            program.models,
            Cache(2**30),
            self._events.append,
            folder,
        )

    def seconds(self, seed: int) -> float:
        """CPU time of a run for a seed that was not made before: all but the Sampler is cached."""
        overrides = {**self._fixed, ("sampler", "seed"): seed}
        plan = lower(self._snapshot, self._kinds, ["sampler"], overrides)
        began = time.thread_time()
        if not self._runner.run(seed, plan, threading.Event()).ok:
            raise RuntimeError(self._events)
        return time.thread_time() - began


class PipelineSide:
    """diffusers' pipeline on the same model."""

    def __init__(self, model: Path, side: int, steps: int) -> None:
        import torch
        from diffusers import StableDiffusionPipeline

        self._pipeline = StableDiffusionPipeline.from_pretrained(model, dtype=torch.float32)
        self._pipeline.set_progress_bar_config(disable=True)
        self._settings = {
            "height": side,
            "width": side,
            "num_inference_steps": steps,
            "guidance_scale": CFG,
            "output_type": "latent",
        }

    def seconds(self, seed: int) -> float:
        """CPU time of the denoising loop; the prompts are encoded beforehand."""
        import torch

        prompts = self._pipeline.encode_prompt(PROMPT, "cpu", 1, True, "")
        generator = torch.Generator().manual_seed(seed)
        began = time.thread_time()
        self._pipeline(
            prompt_embeds=prompts[0],
            negative_prompt_embeds=prompts[1],
            generator=generator,
            **self._settings,
        )
        return time.thread_time() - began


def compare(name: str, model: Path, side: int, steps: int, repeats: int, folder: Path) -> None:
    """Time both sides in turns and print the medians."""
    graph, pipeline = GraphSide(model, side, steps, folder), PipelineSide(model, side, steps)
    sides: list[Callable[[int], float]] = [graph.seconds, pipeline.seconds]
    for measure in sides:
        measure(1000)  # loads the weights
    times = [[measure(seed) for measure in sides] for seed in range(repeats)]
    ours, bare = (statistics.median(row[side] for row in times) / steps for side in (0, 1))
    sys.stdout.write(
        f"{name}: {1000 * ours:.2f} ms a step through the graph, {1000 * bare:.2f} ms bare; "
        f"{1000 * (ours - bare):+.2f} ms, ratio {ours / bare:.4f} ({repeats} pairs)\n"
    )


def dear_model(folder: Path) -> Path:
    """The shipped model with a random network whose steps take some hundred times as long."""
    import torch
    from diffusers import StableDiffusionPipeline, UNet2DConditionModel

    pipeline = StableDiffusionPipeline.from_pretrained(POCKET, dtype=torch.float32)
    config = dict(pipeline.unet.config)
    channels = [2 * width for width in config["block_out_channels"]]
    torch.manual_seed(0)
    pipeline.unet = UNet2DConditionModel.from_config({**config, "block_out_channels": channels})
    pipeline.save_pretrained(folder / "dear")
    return folder / "dear"


def peak_memory(side: str) -> int:
    """Megabytes that a process needs at most for one picture on one side."""
    done = subprocess.run(
        [sys.executable, "-m", __spec__.name, "--once", side],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return int(json.loads(done.stdout.splitlines()[-1]))


def once(side: str, folder: Path) -> int:
    """Make one picture in this process; its largest resident size in megabytes."""
    made: Any = GraphSide(POCKET, 128, 20, folder) if side == "graph" else None
    (made or PipelineSide(POCKET, 128, 20)).seconds(1)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run what the command line asks for."""
    os.environ["OMP_NUM_THREADS"] = "1"
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if sys.argv[1:2] == ["--once"]:
            sys.stdout.write(f"{once(sys.argv[2], folder)}\n")
            return
        compare("shipped model, 128 px", POCKET, 128, 20, 15, folder)
        compare("dear steps, 256 px", dear_model(folder), 256, 5, 5, folder)
        graph, bare = peak_memory("graph"), peak_memory("pipeline")
        sys.stdout.write(f"peak memory: {graph} MB through the graph, {bare} MB bare\n")


if __name__ == "__main__":
    main()
