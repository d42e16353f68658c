"""Chains of ControlNets of a bed, as nodes make them and as pipelines take them."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.sdk import Control
from nodes.control_net import ControlNet
from tests.diffusion import workbench
from tests.diffusion.beds import Bed, control_network


class Applied(NamedTuple):
    """One link: the seed of its network and its picture, and how it acts."""

    seed: int = 7
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0
    shows: str = "as trained"


def chain(bed: Bed, *applied: Applied, guess: bool = False) -> Control:
    """The chain as ControlNet nodes make it; every network has a picture of its own."""
    control: Control | None = None
    for number, one in enumerate(applied):
        control = ControlNet(
            network=bed.control_handle(one.seed),
            image=workbench.picture(one.seed + number),
            control=control,
            vae=None,
            strength=one.strength,
            start=one.start,
            end=one.end,
            shows=one.shows,
            guess=guess,
        ).run(bed.bench())
    assert control is not None
    return control


def networks(bed: Bed, *applied: Applied) -> Any:
    """The networks of a chain: one, or a list of several."""
    found = [control_network(bed, one.seed) for one in applied]
    return found[0] if len(found) == 1 else found


def settings(*applied: Applied, picture: str = "image") -> dict[str, Any]:
    """What a pipeline is called with for a chain; ``picture`` is its word for what it follows."""
    pictures = [workbench.picture(one.seed + place).pixels for place, one in enumerate(applied)]
    strengths = [one.strength for one in applied]
    single = len(applied) == 1
    return {
        picture: pictures[0] if single else pictures,
        "controlnet_conditioning_scale": strengths[0] if single else strengths,
        "control_guidance_start": [one.start for one in applied],
        "control_guidance_end": [one.end for one in applied],
    }
