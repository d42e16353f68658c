"""Latents that are kept in files, and files that hold none."""

from __future__ import annotations

import json
import pickle
import struct
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save

from app.diffusion.latents.files import encode_latent
from app.diffusion.latents.latents import empty_latent
from app.graph.types import ValueType
from app.sdk import Latent, NodeError
from app.sdk.fingerprint import fingerprint
from nodes.latent_file import LoadLatent, SaveLatent
from tests.diffusion.test_latent_math import latent, whole
from tests.nodes.desk import Desk
from tests.nodes.test_in_graphs import Bench


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "a.safetensors"
    path.write_bytes(content)
    return path


def load(path: Path | str) -> Latent:
    return LoadLatent(path=str(path)).run(Desk())


@pytest.mark.parametrize("given", [latent(count=2), whole(), latent(family="SD 3", factor=16)])
def test_a_latent_comes_back_as_it_was(tmp_path: Path, given: Latent) -> None:
    (file,) = SaveLatent(latent=given).run(Desk(tmp_path)).files
    assert Path(file.path).name == "latent 0001.latent.safetensors"
    assert fingerprint(load(file.path)) == fingerprint(given)


def test_the_family_is_known_while_one_edits(tmp_path: Path) -> None:
    path = saved(tmp_path, encode_latent(latent(family="SDXL")))
    found = LoadLatent.describe({"path": str(path)}, {})
    assert found == {"latent": ValueType("Latent").with_traits(family="SDXL")}
    assert LoadLatent.describe({"path": str(tmp_path / "gone")}, {}) == {}
    assert LoadLatent.describe({"path": ""}, {}) == {}


def test_a_blank_latent_is_not_worth_a_file(tmp_path: Path) -> None:
    with pytest.raises(NodeError, match="An empty latent shows nothing"):
        SaveLatent(latent=empty_latent(64, 64, 1)).run(Desk(tmp_path))


def test_a_name_may_ask_for_the_family_only_by_its_place(tmp_path: Path) -> None:
    SaveLatent.check({"name": "{family} {number}"})
    with pytest.raises(NodeError, match="unknown field"):
        SaveLatent.check({"name": "{width}"})


def with_head(change: dict[str, str], **parts: torch.Tensor) -> bytes:
    """A file with another head or other parts."""
    facts = {"latent_loom": "1", "family": "SD 1", "factor": "8", **change}
    return save({"samples": torch.zeros(1, 4, 2, 2), **parts}, facts)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not a latent"),
        (b"nothing of the kind", "it begins like something else"),
        (pickle.dumps({"samples": [1]}), "it is a pickle, which is never opened"),
        (struct.pack("<Q", 2**62) + b"{}", "it begins like something else"),
        (struct.pack("<Q", 2) + b"{}", "it begins like something else"),
        (struct.pack("<Q", 9) + b"[[[[[[[[[", "it begins like something else"),
        (save({"samples": torch.zeros(1, 4, 2, 2)}), "it begins like something else"),
        (with_head({"latent_loom": "9"}), "newer format"),
        (encode_latent(latent())[:-7], "is damaged"),
        (encode_latent(latent()) + b"more", "is damaged"),
        (with_head({"factor": "x"}), "is damaged"),
        (with_head({"factor": "0"}), "its size makes no sense"),
        (with_head({}, samples=torch.zeros(4, 2, 2)), "numbers are of another kind"),
        (with_head({}, samples=torch.zeros(1, 4, 2, 2, dtype=torch.int64)), "of another kind"),
        (with_head({}, samples=torch.zeros(0, 4, 2, 2)), "its size makes no sense"),
        (with_head({}, samples=torch.full((1, 4, 2, 2), torch.nan)), "some of its numbers"),
        (with_head({}, mask=torch.zeros(1, 1, 3, 2)), "its mask has another size"),
        (with_head({}, **{"posterior.mean": torch.zeros(1, 4, 2, 2)}), "is damaged"),
        (save({"__class__": torch.zeros(1)}, {"latent_loom": "1", "factor": "8"}), "is damaged"),
    ],
)
def test_what_is_no_latent_is_said_in_one_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = saved(tmp_path, content)
    with pytest.raises(NodeError, match=words) as caught:
        load(path)
    assert str(caught.value).count("\n") == 0
    assert LoadLatent.describe({"path": str(path)}, {}) in (
        {},
        {"latent": ValueType("Latent").with_traits(family="SD 1")},
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NodeError, match="There is no latent at"):
        load(tmp_path / "gone")
    with pytest.raises(NodeError, match="No latent is chosen"):
        load(" ")


def test_a_head_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    head = json.dumps({"__metadata__": {"latent_loom": "1", "x": "y" * 2**21}}).encode()
    path = saved(tmp_path, struct.pack("<Q", len(head)) + head)
    with pytest.raises(NodeError, match="is not a latent"):
        load(path)


def test_a_changed_latent_is_read_again_in_a_graph(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    path = saved(tmp_path, encode_latent(latent(0)))
    nodes: dict[str, tuple[str, dict[str, Any]]] = {
        "load": ("LoadLatent", {"path": str(path)}),
        "twice": ("LatentMath", {"operation": "multiply", "amount": 2.0}),
        "large": ("ResizeLatent", {"factor": 2.0}),
        "save": ("SaveLatent", {"name": "{family} {number}"}),
    }
    wires = {
        "twice.first": "load.latent",
        "large.latent": "twice.latent",
        "save.latent": "large.latent",
    }
    assert bench.run(nodes, wires) == ["large", "load", "save", "twice"]
    assert bench.saved() == ["SD 1 1.latent.safetensors"]
    assert bench.run(nodes, wires) == []
    path.write_bytes(encode_latent(latent(1)))
    assert bench.run(nodes, wires) == ["large", "load", "save", "twice"]
    assert torch.equal(bench.value("twice").samples, 2 * latent(1).samples)
