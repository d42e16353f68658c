"""Models that lie elsewhere since results were kept, as after an update into another folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import torch

from tests.pocket.bench import MODELS, SEED, Bench, Drawing, sampling, wired

LORA = "pocket-line.safetensors"


def lined(folder: Path, seed: int) -> Drawing:
    """A picture by the model in a folder, with a LoRA that stays where it is."""
    drawing = sampling(str(folder / "pocket"), "a red house")
    wires = {"model": "load.model", "text_model": "load.text_model"}
    drawing["lora"] = ("LoRA", {"lora": LORA}, wires)
    drawing = wired(
        wired(drawing, "sampler", model="lora.model"), "prompt", text_model="lora.text_model"
    )
    kind, parameters, inputs = drawing["sampler"]
    return {**drawing, "sampler": (kind, {**parameters, "seed": seed}, inputs)}


def test_what_was_kept_finds_its_models_where_they_lie_now(tmp_path: Path) -> None:
    """The handles that were kept tell the old place, and the new picture is as it should be."""
    before, now = tmp_path / "before", tmp_path / "now"
    before.mkdir()
    shutil.copytree(MODELS / "pocket", before / "pocket")
    first = Bench(tmp_path)
    first.run(lined(before, SEED))

    before.rename(now)
    # Another bench has loaded nothing, like a program that was started anew.
    found = Bench(tmp_path, first.cache).picture(lined(now, SEED + 1))

    assert torch.equal(found, Bench(tmp_path).picture(lined(now, SEED + 1)))
