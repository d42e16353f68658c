"""The example of docs/writing-nodes.md works as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import torch

from app.sdk import Image, Node, NodeError
from app.sdk.registry import Registry
from tests.nodes.desk import Desk, noise, spot

GUIDE = Path(__file__).parents[2] / "docs" / "writing-nodes.md"


@pytest.fixture
def duotone(tmp_path: Path) -> type[Node]:
    """The node of the guide, from a user's folder."""
    [example] = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "duotone.py").write_text(example, encoding="utf-8")
    registry = Registry()
    registry.load_folder(tmp_path, "user")
    assert registry.problems == ()
    found = registry.node_class("user.Duotone")
    assert found is not None
    return found


def run(node: type[Node], **fields: object) -> Image:
    defaults = {**node.spec.defaults, "mask": None}
    made: Image = node(**{**defaults, **fields}).run(Desk())
    return made


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
