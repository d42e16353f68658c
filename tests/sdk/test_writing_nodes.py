"""The examples of docs/writing-nodes.md work as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import torch

from app.sdk import Fold, Image, Latent, Node, NodeError, ValueType
from app.sdk.registry import Registry
from tests.nodes.desk import Desk, noise, spot

GUIDE = Path(__file__).parents[2] / "docs" / "writing-nodes.md"


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """The nodes of the guide, from a user's folder."""
    examples = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for number, example in enumerate(examples):
        (tmp_path / f"example_{number}.py").write_text(example, encoding="utf-8")
    registry = Registry()
    registry.load_folder(tmp_path, "user")
    assert registry.problems == ()
    return registry


@pytest.fixture
def duotone(registry: Registry) -> type[Node]:
    """The first node of the guide."""
    return found(registry, "Duotone")


def found(registry: Registry, name: str) -> type[Node]:
    node_class = registry.node_class(f"user.{name}")
    assert node_class is not None
    return node_class


def run(node: type[Node], **fields: object) -> Any:
    defaults = {**node.spec.defaults}
    defaults |= dict.fromkeys(s.name for s in node.spec.inputs)
    return node(**{**defaults, **fields}).run(Desk())


def test_the_example_tints_a_picture(duotone: type[Node]) -> None:
    grey = Image(torch.full((1, 3, 2, 2), 0.5))
    made = run(duotone, image=grey, colour="#ff0000")
    assert torch.allclose(made.pixels[0, :, 0, 0], torch.tensor([0.5, 0.0, 0.0]))
    assert torch.equal(run(duotone, image=grey, amount=0.0).pixels, grey.pixels)


def test_the_example_follows_its_mask(duotone: type[Node]) -> None:
    image = noise(9, 9)
    changed = run(duotone, image=image, mask=spot()).pixels != image.pixels
    assert torch.equal(changed.any(1, keepdim=True), spot().alpha > 0)


def test_the_example_refuses_in_a_sentence(duotone: type[Node]) -> None:
    with pytest.raises(NodeError, match="resize one of them"):
        run(duotone, image=noise(), mask=spot())


def test_the_node_that_checks_refuses_before_the_run(registry: Registry) -> None:
    registry.check("user.Confetti", {"size": [8, 8], "dots": 64})
    with pytest.raises(NodeError, match="more dots than pixels"):
        registry.check("user.Confetti", {"size": [8, 8], "dots": 65})
    made = run(found(registry, "Confetti"), size=[8, 4], dots=5, seed=3)
    assert (made.pixels.sum(1) > 0).sum() == 5


def test_the_node_with_a_prompt_reads_its_weights(registry: Registry) -> None:
    text = run(found(registry, "Weights"), text="a (red:1.4) house")
    assert text == "1.00 a\n1.40 red\n1.00 house"
    assert found(registry, "Weights").spec.parameters_by_name["text"].read_by == "reading"


def test_the_node_for_lists_keeps_what_holds_the_word(registry: Registry) -> None:
    keep = found(registry, "KeepLines")
    assert run(keep, texts=["a red house", "a tree"], word="Red") == ["a red house"]


def test_the_node_for_latents_hands_the_family_on(registry: Registry) -> None:
    soften = found(registry, "SoftenLatent")
    latent = Latent(torch.ones(1, 4, 8, 8), "SDXL")
    made = run(soften, latent=latent, amount=0.5)
    assert made.family == "SDXL"
    assert torch.equal(made.samples, latent.samples / 2)
    known = ValueType("Latent").with_traits(family="SDXL")
    assert soften.describe({}, {"latent": known}) == {"latent": known}


def test_the_node_in_steps_shares_what_a_change_does_not_touch(registry: Registry) -> None:
    melt, desk = found(registry, "Melt"), Foldings()
    for late in (0.5, 0.9):
        melt(image=noise(), steps=8, late=late).run(desk)
    first, second = (list(fold.recipes) for fold in desk.folds)
    assert (first[:4], len(second)) == (second[:4], 8)
    assert first[4:] != second[4:]
    assert melt.in_steps


class Foldings(Desk):
    """A context that remembers what it was given to fold."""

    def __init__(self) -> None:
        super().__init__()
        self.folds: list[Fold[Any]] = []

    def fold(self, fold: Fold[Any]) -> Any:
        self.folds.append(fold)
        return super().fold(fold)
