"""Compiled networks: the same module otherwise, and a sentence where nothing can be compiled."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
import torch

from app.diffusion.compiling import CannotCompile, compile_blocks
from app.diffusion.device import Device
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.store import ModelStore
from tests import components
from tests.diffusion import flux, sd3, workbench

CPU = Device(torch.device("cpu"), torch.float32, "CPU")


def never() -> None:
    """Nobody pressed Stop."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    """The tiny checkpoint."""
    folder = tmp_path_factory.mktemp("built") / "model"
    return open_checkpoint(components.build_checkpoint(folder), "abc")


def compiled_blocks(module: Any) -> int:
    """How many parts of a network have been given to the compiler."""
    return sum(part._compiled_call_impl is not None for part in module.modules())


def test_only_the_model_that_asks_for_it_is_compiled(opened: Checkpoint) -> None:
    store = ModelStore(CPU, backend="eager")
    compiled = store.weights(replace(opened.model, compiled=True), never)
    assert compiled_blocks(compiled) == 4
    assert compiled_blocks(store.weights(opened.model, never)) == 0
    assert store.weights(replace(opened.model, compiled=True), never) is compiled


def test_a_traced_network_gives_the_same_at_every_size_and_batch() -> None:
    module = components.unet()
    compile_blocks(module, backend="eager")
    for settings in ({"cfg": 1.0}, {}, {"latent": workbench.empty(width=96)}):
        bench = workbench.Bench(network=module)
        found = workbench.sampler(**settings, steps=2).run(bench)
        assert torch.equal(found.samples, workbench.run(**settings, steps=2)[0].samples)


@pytest.mark.parametrize("family", [sd3, flux])
def test_transformers_are_traced_block_by_block(family: Any) -> None:
    module = copy.deepcopy(family.transformer())
    compile_blocks(module, backend="eager")
    assert compiled_blocks(module) == len(module.transformer_blocks) + len(
        getattr(module, "single_transformer_blocks", ())
    )

    class Bench(family.Bench):  # type: ignore[misc, name-defined]
        def weights(self, handle: Any) -> Any:
            return module

    found = family.sampler(steps=2).run(Bench())
    assert torch.equal(found.samples, family.sampler(steps=2).run(family.Bench()).samples)


def test_a_compiler_that_is_missing_is_told_in_a_sentence() -> None:
    with pytest.raises(CannotCompile) as caught:
        compile_blocks(components.unet(), backend="no-such-compiler")
    sentence = str(caught.value)
    assert sentence.startswith("The network cannot be compiled here (")
    assert "\n" not in sentence


def test_a_compiled_model_has_steps_of_its_own() -> None:
    usual = workbench.trajectory()
    compiled = workbench.trajectory(model=replace(workbench.model(), compiled=True))
    assert not set(usual.recipes) & set(compiled.recipes)
