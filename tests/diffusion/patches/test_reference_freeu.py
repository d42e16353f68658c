"""FreeU against diffusers' own switch, at every step; and nobody else notices it."""

from __future__ import annotations

import copy
from types import ModuleType
from typing import Any

import pytest

from app.diffusion.patches.adding import add_freeu
from app.diffusion.patches.patching import Patching
from app.diffusion.patches.refusals import OnlyForUNets
from app.sdk import Model, Weights
from app.sdk.patches import FreeU
from tests.diffusion import flux, reference, workbench, xl
from tests.diffusion.agreement import assert_equal_steps

FREEU = FreeU(b1=1.5, b2=1.6, s1=0.9, s2=0.2)
FAMILIES = {"SD 1": workbench, "SDXL": xl}


class Bench(workbench.Bench):
    """A context that sets a network up as the store does."""

    def __init__(self, kind: ModuleType) -> None:
        super().__init__()
        self.patching, self.module = Patching(), copy.deepcopy(kind.unet())

    def weights(self, handle: Any) -> Any:
        """The one network, as the handle wants it."""
        self.patching.set_up(handle.sources, self.module, handle.patches, self.check)
        return self.module


def steps(kind: ModuleType, bench: Bench, model: Model) -> list[Any]:
    """The latents after every step."""
    prompts = {"positive": kind.conditioning(1), "negative": kind.conditioning(2)}
    bench.states.clear()
    workbench.sampler(model=model, scheduler="Euler", **prompts).run(bench)
    return bench.samples()


@pytest.mark.reference(
    family="SD 1, SDXL", feature="FreeU", against="enable_freeu", agreement="equal"
)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_step_is_that_of_diffusers(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = FAMILIES[family]
    found = steps(kind, Bench(kind), kind.model().patched(FREEU))
    switched = copy.deepcopy(kind.unet())
    switched.enable_freeu(s1=0.9, s2=0.2, b1=1.5, b2=1.6)
    monkeypatch.setattr(kind, "unet", lambda: switched)
    theirs = (reference if kind is workbench else xl).text_to_image("Euler")
    assert_equal_steps(found, theirs[:-1])


def test_who_asks_for_the_network_without_it_gets_it_without() -> None:
    bench = Bench(workbench)
    before = steps(workbench, bench, workbench.model())
    with_it = steps(workbench, bench, workbench.model().patched(FREEU))
    assert not any(map(lambda one, other: one.equal(other), before, with_it))
    assert_equal_steps(steps(workbench, bench, workbench.model()), before)


def test_the_last_of_several_counts() -> None:
    other = FreeU(b1=1.0, b2=1.1, s1=1.0, s2=1.0)
    both = workbench.model().patched(other).patched(FREEU)
    found = steps(workbench, Bench(workbench), both)
    wanted = steps(workbench, Bench(workbench), workbench.model().patched(FREEU))
    assert_equal_steps(found, wanted)


@pytest.mark.parametrize("model", [flux.model(), Model(Weights("unet", "moving", "SVD"), "{}")])
def test_it_is_for_u_nets_of_pictures(model: Model) -> None:
    family = model.weights.family
    with pytest.raises(OnlyForUNets, match=f"which the network of {family} is not"):
        add_freeu(model, FREEU)
