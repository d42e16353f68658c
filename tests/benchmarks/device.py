"""What the graph costs on a GPU over diffusers' own loop: python -m tests.benchmarks.device

A full-size Stable Diffusion 1.5 network with random weights makes 512 x 512 pictures, through a
graph with previews and through ``StableDiffusionPipeline``, in turns; in bfloat16 and float16, for
one picture and for four, exact and shared, and with compiled blocks. Prints medians of the time of
a step (of all pictures together), and which part of the way from the first call of the network to
the end of the last one lies between calls: time that passes on the device itself, by its own
events. Aim: less than 2 %. The last column is what the first run through the graph takes longer
than the second: it loads the network, and compiles where that is asked for.

``--tiny`` runs the same on the CPU with a tiny network and the clock of the computer, to see that
it works; its figures mean nothing. SDXL is missing because it cannot be opened yet.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import torch
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

from app.diffusion.compiling import BACKEND, compile_blocks
from app.diffusion.device import Device
from app.diffusion.store import ModelStore
from app.engine.cache import Cache
from app.engine.events import Event
from app.engine.lowering import lower
from app.engine.runner import Runner
from app.graph.file import open_file
from app.sdk.paths import RESOURCES
from app.start import make_program
from tests import components

PROMPT = "a red house under a yellow sun on the grass"
CFG = 4.0
WIDTH = 768
SD15 = {
    "sample_size": 64,
    "block_out_channels": (320, 640, 1280, 1280),
    "layers_per_block": 2,
    "attention_head_dim": 8,
    "cross_attention_dim": WIDTH,
}
"""As in the published configuration; what is not named here is diffusers' default."""


class Size(NamedTuple):
    """How much is done, and where."""

    place: str
    dtypes: tuple[torch.dtype, ...]
    network: dict[str, Any]
    side: int
    steps: int
    repeats: int
    backend: str


FULL = Size("cuda", (torch.bfloat16, torch.float16), SD15, 512, 30, 7, BACKEND)
TINY_NETWORK = {**components.UNET, "cross_attention_dim": WIDTH}
TINY = Size("cpu", (torch.float32,), TINY_NETWORK, 64, 4, 2, "eager")


class Case(NamedTuple):
    """A row of the table."""

    dtype: torch.dtype
    pictures: int
    mode: str
    compiled: bool = False

    def words(self) -> str:
        """The row's name."""
        name = str(self.dtype).removeprefix("torch.")
        return f"{name}, {self.pictures} {self.mode}{', compiled' if self.compiled else ''}"


class Marks:
    """When each call of a network began and ended, as the device sees it."""

    def __init__(self, network: Any, place: str) -> None:
        self._on_device, self._stamps = place == "cuda", list[Any]()
        self._hooks = [
            network.register_forward_pre_hook(self._stamp),
            network.register_forward_hook(self._stamp),
        ]

    def close(self) -> float:
        """Stop watching; the part of the time between the calls. Waits for the device."""
        for hook in self._hooks:
            hook.remove()
        if self._on_device:
            torch.cuda.synchronize()
        between = sum(map(self._passed, self._stamps[1:-1:2], self._stamps[2::2]))
        return between / self._passed(self._stamps[0], self._stamps[-1])

    def _stamp(self, *_: Any) -> None:
        stamp: Any = time.perf_counter()
        if self._on_device:
            stamp = torch.cuda.Event(enable_timing=True)  # type: ignore[no-untyped-call]
            stamp.record()
        self._stamps.append(stamp)

    def _passed(self, start: Any, end: Any) -> float:
        return float(start.elapsed_time(end) if self._on_device else end - start)


class Watched(ModelStore):
    """The program's services; remembers the network."""

    network: Any = None

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The module behind a handle."""
        module = super().weights(handle, check)
        if handle.weights.part == "unet":
            self.network = module
        return module


class GraphSide:
    """The text-to-image graph, run by the engine."""

    def __init__(self, model: Path, case: Case, size: Size) -> None:
        program = make_program()
        path = RESOURCES / "graphs" / "text-to-image.loom"
        self._kinds, self._failures = program.kinds, list[Event]()
        self._snapshot = open_file(path, self._kinds).snapshot
        self._fixed: dict[tuple[str, str], Any] = {
            ("load-model", "model"): str(model),
            ("load-model", "compile"): case.compiled,
            ("prompt", "text"): PROMPT,
            ("size", "size"): [size.side, size.side],
            ("size", "batch"): case.pictures,
            ("sampler", "batch"): case.mode,
            ("sampler", "steps"): size.steps,
            ("sampler", "cfg"): CFG,
        }
        device = Device(torch.device(size.place), case.dtype, size.place)
        self.store = Watched(device, size.backend)
        cache, folder = Cache(2**30), model.parent
        self._runner = Runner(self._kinds, self.store, program.models, cache, self._emit, folder)

    @property
    def network(self) -> Any:
        """The network, once a picture has been made."""
        return self.store.network

    def make(self, seed: int) -> None:
        """Sample with a seed; all but the Sampler is kept from the run before."""
        overrides = {**self._fixed, ("sampler", "seed"): seed}
        plan = lower(self._snapshot, self._kinds, ["sampler"], overrides)
        if not self._runner.run(seed, plan, threading.Event()).ok:
            raise RuntimeError(self._failures)

    def _emit(self, event: Event) -> None:
        self._failures = [*self._failures[-5:], event]


class PipelineSide:
    """diffusers' pipeline on the same model."""

    def __init__(self, model: Path, case: Case, size: Size) -> None:
        pipeline = StableDiffusionPipeline.from_pretrained(model, dtype=case.dtype)
        self._pipeline, self._pictures = pipeline.to(size.place), case.pictures
        self._pipeline.set_progress_bar_config(disable=True)
        if case.compiled:
            compile_blocks(self.network, size.backend)
        prompts = pipeline.encode_prompt(PROMPT, size.place, 1, True, "")
        self._settings = {
            "prompt_embeds": prompts[0],
            "negative_prompt_embeds": prompts[1],
            "num_images_per_prompt": case.pictures,
            "height": size.side,
            "width": size.side,
            "num_inference_steps": size.steps,
            "guidance_scale": CFG,
            "output_type": "latent",
        }

    @property
    def network(self) -> Any:
        """The network."""
        return self._pipeline.unet

    def make(self, seed: int) -> None:
        """Sample with seeds that count up from one."""
        seeds = range(seed, seed + self._pictures)
        generators = [torch.Generator().manual_seed(number) for number in seeds]
        self._pipeline(generator=generators, **self._settings)


class Found(NamedTuple):
    """Seconds of a run, and the part of it between the calls of the network."""

    seconds: float
    gap: float


def timed(side: GraphSide | PipelineSide, seed: int, size: Size) -> float:
    """Seconds until the device has done all of a run."""
    began = time.perf_counter()
    side.make(seed)
    if size.place == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - began


def once(side: GraphSide | PipelineSide, seed: int, size: Size) -> Found:
    """A run that is watched for its gaps."""
    marks = Marks(side.network, size.place)
    seconds = timed(side, seed, size)
    return Found(seconds, marks.close())


def compare(model: Path, case: Case, size: Size) -> None:
    """Measure both sides in turns and print a row."""
    sides = (GraphSide(model, case, size), PipelineSide(model, case, size))
    first, again = (timed(sides[0], seed, size) for seed in (1000, 2000))
    for seed in (1000, 2000):
        timed(sides[1], seed, size)
    rows = [[once(side, 10 * turn, size) for side in sides] for turn in range(1, size.repeats + 1)]
    ours, bare = (
        Found(*(statistics.median(column) for column in zip(*found, strict=True)))
        for found in zip(*rows, strict=True)
    )
    cells = [1000 * ours.seconds / size.steps, 1000 * bare.seconds / size.steps]
    text = f"{case.words():30} {cells[0]:9.2f} {cells[1]:9.2f} {cells[0] / cells[1]:7.3f}"
    text += f" {100 * ours.gap:8.2f} % {100 * bare.gap:8.2f} %"
    sys.stdout.write(f"{text} {first - again:9.1f}\n")
    sys.stdout.flush()


def build(folder: Path, size: Size) -> Path:
    """A random model with the text encoder's real width, but fewer layers of it."""
    components.build_checkpoint(folder)
    torch.manual_seed(0)
    with torch.device(size.place):
        network = UNet2DConditionModel(**size.network)
    network.to(size.dtypes[0]).save_pretrained(folder / "unet")
    config = components.text_encoder().config.to_dict()
    wide = {**config, "hidden_size": WIDTH, "num_attention_heads": 12}
    CLIPTextModel(CLIPTextConfig(**wide)).save_pretrained(folder / "text_encoder")
    return folder


def main() -> None:
    """Print the table."""
    size = TINY if "--tiny" in sys.argv[1:] else FULL
    if size is FULL and not torch.cuda.is_available():
        sys.stdout.write("There is no GPU here that PyTorch can use; --tiny tries it without.\n")
        return
    heads = f"{'graph':>9} {'bare':>9} {'ratio':>7} {'gap':>10} {'bare gap':>10} {'first + s':>9}"
    sys.stdout.write(f"{'ms a step':30} {heads}\n")
    with tempfile.TemporaryDirectory() as name:
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(Path(name) / "compiled")  # nothing from before
        model = build(Path(name) / "model", size)
        for dtype in size.dtypes:
            for case in (
                Case(dtype, 1, "exact"),
                Case(dtype, 4, "exact"),
                Case(dtype, 4, "shared"),
            ):
                compare(model, case, size)
        for pictures, mode in ((1, "exact"), (4, "shared")):
            compare(model, Case(size.dtypes[0], pictures, mode, compiled=True), size)


if __name__ == "__main__":
    main()
