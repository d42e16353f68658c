"""A small real context for running nodes, and the tiny components that they run on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor

from app.diffusion.sampling.trajectory import State, Trajectory
from app.sdk import VAE, Conditioning, ControlNetwork, Fold, Image, Latent, Model, Picture, Weights
from nodes.sampler import Sampler
from tests import components

FAMILY = "SD 1"
S = TypeVar("S")


@cache
def unet() -> Any:
    """The tiny U-Net."""
    return components.unet()


@cache
def refiner() -> Any:
    """A tiny U-Net with other weights."""
    return components.unet(seed=2)


@cache
def autoencoder() -> Any:
    """The tiny autoencoder."""
    return components.autoencoder()


@cache
def control_network(seed: int = 7) -> Any:
    """A tiny ControlNet."""
    return components.control_network(seed)


@cache
def control_handle(seed: int = 7) -> ControlNetwork:
    """The handle of a tiny ControlNet."""
    return ControlNetwork(Weights("controlnet", f"control-{seed}", FAMILY))


def model(schedule: str | None = None) -> Model:
    """The handle of the tiny U-Net, with the usual schedule of SD 1.5 or another."""
    return Model(Weights("unet", "tiny-unet", FAMILY), schedule or components_schedule())


def refining_model(schedule: str | None = None) -> Model:
    """The handle of the tiny refiner."""
    return Model(Weights("unet", "tiny-refiner", FAMILY), schedule or components_schedule())


def vae() -> VAE:
    """The handle of the tiny autoencoder."""
    return VAE(Weights("vae", "tiny-vae", FAMILY))


def components_schedule() -> str:
    """The trained schedule of the tiny model, as JSON."""
    import json

    return json.dumps(components.SCHEDULE)


def conditioning(seed: int, tokens: int = 77) -> Conditioning:
    """A random prompt of the tiny model's width."""
    made = torch.randn((1, tokens, components.WIDTH), generator=torch.Generator().manual_seed(seed))
    return Conditioning(made, FAMILY)


def picture(seed: int, count: int = 1, width: int = 64, height: int = 64) -> Image:
    """Random pixels."""
    source = torch.Generator().manual_seed(seed)
    return Image(torch.rand((count, 3, height, width), generator=source))


@dataclass
class Bench:
    """A context that does every step, and keeps the states it saw."""

    states: list[list[State]] = field(default_factory=list)
    loaded: list[Any] = field(default_factory=list)
    network: Any = None

    def fold(self, fold: Fold[S], item: int = 0, items: int = 1) -> S:
        """All steps from the first; the states are kept in ``states``."""
        state = fold.first()
        seen: list[Any] = [state]
        for index in range(len(fold.recipes)):
            state = fold.step(index, state)
            seen.append(state)
        self.states.append(seen)
        return state

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        self.loaded.append(handle)
        match handle.weights.part:
            case "unet" if handle.weights.content == "tiny-refiner":
                return refiner()
            case "unet":
                return self.network or unet()
            case "vae":
                return autoencoder()
            case _:
                return control_network(int(handle.weights.content.removeprefix("control-")))

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        """Nobody watches."""

    def check(self) -> None:
        """Nobody presses Stop."""

    def content(self, path: Path) -> str:
        """No files are read here."""
        raise FileNotFoundError(path)

    def find_model(self, kind: str, name: str) -> Path:
        """No files are read here."""
        raise FileNotFoundError(name)

    def output_folder(self) -> Path:
        """No files are written here."""
        raise FileNotFoundError

    def embedded_graph(self) -> str:
        """There is no graph file."""
        return ""

    def samples(self, picture: int = 0) -> list[Tensor]:
        """The samples after every step of one trajectory."""
        return [state.samples for state in self.states[picture][1:]]


def empty(count: int = 1, width: int = 64, height: int = 64) -> Latent:
    """A blank latent."""
    from app.diffusion.latents.latents import empty_latent

    return empty_latent(width, height, count)


def sampler(**settings: Any) -> Sampler:
    """A Sampler on the tiny model with two prompts and a few steps."""
    usual: dict[str, Any] = {
        "model": model(),
        "positive": conditioning(1),
        "negative": conditioning(2),
        "latent": empty(),
        "control": None,
        "guidance": None,
        "seeds": None,
        "sigmas": None,
        "noise_source": None,
        "steps": 5,
        "cfg": 5.0,
        "seed": 3,
    }
    return Sampler(**{**usual, **settings})


def run(**settings: Any) -> tuple[Latent, Bench]:
    """The result of a Sampler and what it did on the way."""
    bench = Bench()
    return sampler(**settings).run(bench), bench


def trajectories(**settings: Any) -> list[Trajectory]:
    """The folds that a Sampler hands to the engine."""
    held: list[Trajectory] = []

    class Catching(Bench):
        def fold(self, fold: Any, item: int = 0, items: int = 1) -> Any:
            held.append(fold)
            return super().fold(fold, item, items)

    sampler(**settings).run(Catching())
    return held


def trajectory(**settings: Any) -> Trajectory:
    """The first of them."""
    return trajectories(**settings)[0]
