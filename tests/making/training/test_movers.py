"""What moves the weights, and by how much."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from resources.models.making.training.budget import Recipe
from resources.models.making.training.movers import Movers, flat

RATE = 0.01


def convolution(layout: torch.memory_format) -> nn.Conv2d:
    torch.manual_seed(0)
    return nn.Conv2d(6, 8, 3).to(memory_format=layout)  # type: ignore[call-overload,no-any-return]


def moved(layer: nn.Module, recipe: Recipe) -> dict[str, Tensor]:
    """The weights after one step."""
    weights = dict(layer.named_parameters())
    generator = torch.Generator().manual_seed(5)
    for weight in weights.values():
        weight.grad = torch.randn(weight.shape, generator=generator)
    Movers(weights, recipe).step(RATE)
    return {name: weight.detach().clone() for name, weight in weights.items()}


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_a_step_of_a_convolution_is_orthogonal(layout: torch.memory_format) -> None:
    recipe = Recipe(rate=RATE, decay=0.0, orthogonal=True)
    step = moved(convolution(layout), recipe)["weight"] - convolution(layout).weight
    sizes = torch.linalg.svdvals(step.flatten(1).detach())
    assert sizes.max() < 2.5 * sizes.min()


def test_the_layout_in_memory_decides_nothing() -> None:
    recipe = Recipe(rate=RATE, orthogonal=True)
    one = moved(convolution(torch.contiguous_format), recipe)
    other = moved(convolution(torch.channels_last), recipe)
    assert torch.allclose(one["weight"], other["weight"], atol=2e-4)
    assert torch.equal(one["bias"], other["bias"])


def test_both_kinds_of_steps_are_about_as_large() -> None:
    start = nn.Linear(64, 64)
    before = start.weight.detach().clone()
    steps = []
    for orthogonal in (False, True):
        with torch.no_grad():
            start.weight.copy_(before)
        after = moved(start, Recipe(rate=RATE, decay=0.0, orthogonal=orthogonal))["weight"]
        steps.append((after - before).pow(2).mean().sqrt())
    assert 0.1 < steps[1] / steps[0] < 1.0


def test_a_weight_as_a_matrix_is_the_same_memory() -> None:
    for layout in (torch.contiguous_format, torch.channels_last):
        weight = convolution(layout).weight.detach()
        flat(weight).zero_()
        assert not weight.any()
