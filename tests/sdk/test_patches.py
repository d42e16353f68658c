"""Patches on handles: stored and counted by content, in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.sdk.courses import Later
from app.sdk.encoding import decode, encode
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Model, TextModel, Weights
from app.sdk.patches import Embedding, FreeU, LoRA, Merge, Patch

WEIGHTS = Weights("unet", "hash", "SD 1", path="/models/unet")
MODEL = Model(WEIGHTS, "{}")
LORA = LoRA("lora", 0.5, (("down", 0.0),), "/loras/a.safetensors")
PATCHES = [
    LORA,
    Embedding("toy", "vectors", "/words/toy.safetensors"),
    FreeU(1.5, 1.6, 0.9, 0.2),
    Merge((WEIGHTS,), 0.3, (("mid", 1.0),), (LORA,), (WEIGHTS,), (LORA,)),
]


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: type(patch).__name__)
def test_it_comes_back_from_the_disk_on_its_handle(patch: Patch) -> None:
    for handle in (MODEL.patched(patch), TextModel(WEIGHTS).patched(patch)):
        assert decode(encode(handle)) == handle
        assert fingerprint(decode(encode(handle))) == fingerprint(handle)


def test_every_patch_counts_and_so_does_the_order() -> None:
    stacks = [(), *[(patch,) for patch in PATCHES], tuple(PATCHES), tuple(PATCHES[::-1])]
    assert len({fingerprint(replace(MODEL, patches=stack)) for stack in stacks}) == len(stacks)


def test_where_a_file_lies_does_not_count() -> None:
    for patch in PATCHES[:2]:
        moved = replace(patch, path="/elsewhere")
        assert fingerprint(MODEL.patched(moved)) == fingerprint(MODEL.patched(patch))


def test_models_that_take_over_later_are_patched_if_they_are_of_the_family() -> None:
    other = replace(MODEL, weights=replace(WEIGHTS, content="other"))
    refiner = replace(MODEL, weights=replace(WEIGHTS, family="SDXL refiner"))
    course = replace(MODEL, later=(Later(0.3, other), Later(0.8, refiner)))
    assert [part.value.patches for part in course.patched(LORA).course] == [(LORA,), (LORA,), ()]
