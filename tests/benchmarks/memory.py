"""What each plan for memory costs on a GPU: python -m tests.benchmarks.memory

Full-size networks of SDXL, SD 3 and Flux with random weights sample one 1024 x 1024 picture: by
diffusers' own pipeline, by each plan, with weights in 8 bits, and by the automatic choice where
only 8, 12 or 16 GB may be used (the rest of the GPU is fenced off, so that too much fails as it
would on a smaller one). Prints the plan, the median time of a step without the first one, and the
most memory that was in use beside the estimate of the program. 60 GB of free disk are needed.

``--tiny`` runs the same on the CPU with tiny networks, to see that it works; its figures mean
nothing.
"""

from __future__ import annotations

import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import diffusers
import torch

from app.diffusion.checkpoints.layouts import CONFIGS
from app.diffusion.device import Device
from app.diffusion.memory.placed import place_of
from app.diffusion.store import ModelStore
from app.sdk import Conditioning, Model, Weights
from app.sdk.families import FLUX, SD3, SDXL
from tests import components
from tests.diffusion import flux, sd3, single_files, tiny_models, workbench, xl

GIGABYTE = 2**30
PLANS = ("whole", "thrifty", "least")
SIZES = (8, 12, 16)
SHIFTED = {"_class_name": "FlowMatchEulerDiscreteScheduler", "shift": 3.0}


class Case(NamedTuple):
    """A family: its layout, its network, its pipeline, and how it is asked."""

    family: str
    layout: str
    part: str
    pipeline: str
    autoencoder: Any
    schedule: dict[str, Any]
    channels: int
    tokens: int
    cfg: float


CASES = (
    Case(
        *(SDXL, "sdxl", "unet", "StableDiffusionXLPipeline"),
        *(xl.autoencoder, components.SCHEDULE, 4, 77, 5.0),
    ),
    Case(
        *(SD3, "sd-3-medium", "transformer", "StableDiffusion3Pipeline"),
        *(sd3.autoencoder, SHIFTED, 16, 333, 5.0),
    ),
    Case(
        *(FLUX, "flux-dev", "transformer", "FluxPipeline"),
        *(flux.autoencoder, SHIFTED, 16, 512, 3.5),
    ),
)


class Size(NamedTuple):
    """How much is done, and where."""

    place: str
    dtype: torch.dtype
    side: int
    steps: int
    tiny: bool


FULL = Size("cuda", torch.bfloat16, 1024, 8, False)
TINY = Size("cpu", torch.float32, 64, 3, True)


@dataclass(frozen=True)
class Fenced(Device):
    """A device of which no more than ``most`` bytes may be used; 0 for all of it."""

    most: int = 0

    @property
    def has_own_memory(self) -> bool:
        """So that plans are carried out on the CPU as well."""
        return True

    def used_at_most(self) -> int:
        """Measured on a GPU alone."""
        return super().used_at_most() if self.place.type == "cuda" else 0

    def measure_anew(self) -> None:
        """Measured on a GPU alone."""
        if self.place.type == "cuda":
            super().measure_anew()

    def total_memory(self) -> int:
        """All that may be used."""
        return self.most or super().total_memory()

    def free_memory(self) -> int:
        """What is left of it."""
        if not self.most:
            return super().free_memory()
        return self.most - torch.cuda.memory_allocated(self.place)


class Timed(workbench.Bench):
    """A context over a store, which notes how long each step takes."""

    store: ModelStore
    network: Any = None

    def __init__(self, store: ModelStore, place: str) -> None:
        super().__init__()
        self.store, self._place, self.seconds = store, place, list[float]()

    def weights(self, handle: Any) -> Any:
        """What the store gives."""
        self.network = self.store.weights(handle, self.check)
        return self.network

    def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
        """All steps from the first."""
        state = fold.first()
        for index in range(len(fold.recipes)):
            began = time.perf_counter()
            state = fold.step(index, state)
            synchronise(self._place)
            self.seconds.append(time.perf_counter() - began)
        return state


def synchronise(place: str) -> None:
    """Wait for the device."""
    if place == "cuda":
        torch.cuda.synchronize()


def build(folder: Path, case: Case, size: Size) -> dict[str, Any]:
    """A network with random weights, saved; its config."""
    described = tiny_models.tiny(case.layout) if size.tiny else None
    config = (described or single_files.configs(CONFIGS / case.layout))[case.part]
    usual = torch.get_default_dtype()
    torch.set_default_dtype(size.dtype)
    try:
        with torch.device(size.place):
            network: Any = single_files.network(config)
    finally:
        torch.set_default_dtype(usual)
    network.save_pretrained(folder / case.part)
    return dict(config)


def prompt(case: Case, config: dict[str, Any], seed: int) -> Conditioning:
    """A random prompt of the family's shape."""
    source = torch.Generator().manual_seed(seed)
    width = config.get("cross_attention_dim") or config["joint_attention_dim"]
    if case.family == SDXL:
        told = 6 * config["addition_time_embed_dim"]
        pooled = config["projection_class_embeddings_input_dim"] - told
    else:
        pooled = config["pooled_projection_dim"]
    words = torch.randn((1, case.tokens, width), generator=source)
    return Conditioning(words, case.family, torch.randn((1, pooled), generator=source))


def ours(folder: Path, case: Case, config: dict[str, Any], size: Size, **how: Any) -> str:
    """A row of the program's: the plan, a step, and the peak with its estimate."""
    most = int(how.pop("most", 0) * GIGABYTE)
    if size.place == "cuda":
        whole = torch.cuda.mem_get_info()[1]
        torch.cuda.set_per_process_memory_fraction(min(1.0, most / whole) if most else 1.0)
        torch.cuda.reset_peak_memory_stats()
    device = Fenced(torch.device(size.place), size.dtype, size.place, most=most)
    store = ModelStore(device)
    context = Timed(store, size.place)
    weights = Weights(case.part, case.layout, case.family, str(folder))
    model = Model(weights, json.dumps(case.schedule), case.channels, **how)
    model = replace(model, distilled=case.family == FLUX)
    made = workbench.sampler(
        model=model,
        positive=prompt(case, config, 1),
        negative=None if case.family == FLUX else prompt(case, config, 2),
        latent=workbench.empty(1, size.side, size.side),
        scheduler="Euler",
        steps=size.steps,
        cfg=case.cfg,
    )
    try:
        made.run(context)
    except torch.OutOfMemoryError:
        return "does not fit"
    place = place_of(context.network)
    assert place is not None
    told = row(context.seconds, size, place.need.on_device(place.plan))
    store.free()
    return f"{told} {place.plan.words()}"


def pipeline(folder: Path, case: Case, config: dict[str, Any], size: Size) -> Any:
    """diffusers' pipeline without text encoders."""
    network = getattr(diffusers, config["_class_name"]).from_pretrained(
        folder / case.part, torch_dtype=size.dtype
    )
    kind = getattr(diffusers, case.pipeline)
    by = "Euler" if case.family == SDXL else "FlowMatchEuler"
    shift = {name: case.schedule[name] for name in ("shift",) if name in case.schedule}
    names = kind._get_signature_keys(kind)[0]
    absent = [name for name in names if name.startswith(("text_encoder", "tokenizer"))]
    made = kind(
        **dict.fromkeys(absent),
        **{case.part: network.to(size.place)},
        vae=case.autoencoder(),
        scheduler=getattr(diffusers, f"{by}DiscreteScheduler")(**shift),
    )
    made.set_progress_bar_config(disable=True)
    return made


def bare(folder: Path, case: Case, config: dict[str, Any], size: Size) -> str:
    """The row of diffusers' pipeline, which has the network whole on the device."""
    if size.place == "cuda":
        torch.cuda.set_per_process_memory_fraction(1.0)
        torch.cuda.reset_peak_memory_stats()
    made = pipeline(folder, case, config, size)
    marks: list[float] = []

    def mark(*_: Any) -> dict[str, Any]:
        synchronise(size.place)
        marks.append(time.perf_counter())
        return {}

    one, other = prompt(case, config, 1), prompt(case, config, 2)
    given = {"prompt_embeds": one.embeddings, "pooled_prompt_embeds": one.pooled}
    if case.family != FLUX:
        given["negative_prompt_embeds"] = other.embeddings
        given["negative_pooled_prompt_embeds"] = other.pooled
    made(
        **{name: value.to(size.place, size.dtype) for name, value in given.items()},
        **{"height": size.side, "width": size.side, "guidance_scale": case.cfg},
        **{"num_inference_steps": size.steps, "output_type": "latent"},
        callback_on_step_end=mark,
    )
    steps = [after - before for before, after in itertools.pairwise(marks)]
    return row([0.0, *steps], size, 0)


def row(seconds: list[float], size: Size, estimate: int) -> str:
    """A step in milliseconds, and gigabytes: the most in use, and what was expected."""
    peak = torch.cuda.max_memory_allocated() if size.place == "cuda" else 0
    step = 1000 * statistics.median(seconds[1:])
    return f"{step:9.1f} {peak / GIGABYTE:8.2f} {estimate / GIGABYTE:8.2f}"


def rows(folder: Path, case: Case, size: Size) -> Iterator[tuple[str, str]]:
    """The rows of a family by name."""
    config = build(folder, case, size)
    yield "bare pipeline", bare(folder, case, config, size)
    for wish in PLANS:
        yield wish, ours(folder, case, config, size, memory=wish)
        yield f"{wish}, 8 bits", ours(folder, case, config, size, memory=wish, eight_bits=True)
    for most in () if size.tiny else SIZES:
        yield f"automatic, {most} GB", ours(folder, case, config, size, most=most)


def main() -> None:
    """Print the table."""
    size = TINY if "--tiny" in sys.argv[1:] else FULL
    if size is FULL and not torch.cuda.is_available():
        sys.stdout.write("There is no GPU here that PyTorch can use; --tiny tries it without.\n")
        return
    sys.stdout.write(f"{'':28} {'ms a step':>9} {'peak GB':>8} {'expected':>8}\n")
    for case in CASES:
        with tempfile.TemporaryDirectory() as name:
            for title, told in rows(Path(name), case, size):
                sys.stdout.write(f"{case.family + ', ' + title:28} {told}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
