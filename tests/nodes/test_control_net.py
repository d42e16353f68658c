"""The node that applies a ControlNet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from app.diffusion import families
from app.diffusion.steering.control import EmptyWindow, NeverGuesses, NoKind
from app.sdk import Control, ControlNetwork
from app.sdk.families import FAMILIES
from nodes.control_net import ControlNet, PictureKind
from tests.diffusion import workbench
from tests.diffusion.beds import SD1, XL


def applied(network: ControlNetwork, **settings: Any) -> Control:
    """A chain of one link."""
    usual: dict[str, Any] = {"strength": 1.0, "start": 0.0, "end": 1.0, "shows": "as trained"}
    usual |= {"control": None, "guess": False, "vae": None}
    picture = workbench.picture(1)
    return ControlNet(**{"network": network, "image": picture, **usual, **settings}).run(
        SD1.bench()
    )


def test_one_goes_behind_those_before_it() -> None:
    first = applied(SD1.control_handle(7))
    both = applied(SD1.control_handle(8), control=first, strength=0.5)
    assert [link.strength for link in both.chain] == [1.0, 0.5]


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(EmptyWindow, match="before it starts at"):
        applied(SD1.control_handle(), start=0.6, end=0.2)


def test_a_union_is_told_what_its_picture_shows() -> None:
    assert applied(XL.control_handle(100), shows="depth").chain[0].kind == "depth"
    few = replace(XL.control_handle(100), kinds=6)
    with pytest.raises(NoKind, match="pose or depth or soft edges or lines or normals or segments"):
        applied(few, shows="tile")


def test_every_kind_that_a_family_knows_can_be_chosen() -> None:
    kinds = {kind for name in FAMILIES for kind in families.of(name).control_kinds}
    assert kinds
    assert kinds <= set(get_args(PictureKind))


def test_a_family_whose_networks_never_guess_is_named() -> None:
    network = SD1.control_handle()
    flux = replace(network, weights=replace(network.weights, family="Flux"))
    with pytest.raises(NeverGuesses, match="A ControlNet for Flux cannot guess"):
        applied(flux, guess=True)
