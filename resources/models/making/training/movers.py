"""What moves the weights: AdamW, and Muon where a weight is a matrix or a convolution.

Muon (Jordan et al., 2024, https://kellerjordan.github.io/posts/muon/) makes each step of a matrix
orthogonal. Its steps are scaled to the size of AdamW's (Liu et al., arXiv:2502.16982), so that one
rate serves both. The U-Net came as far with it from half the samples. As Muon's authors advise,
what faces pixels, time and single channels stays with AdamW; so does what joins a ControlNet to its
U-Net, which starts so small that it has to learn faster than the rest.
"""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor, nn

from resources.models.making.training.budget import Recipe

_FACING = re.compile(r"^(conv_in|conv_out|time_embedding|controlnet_\w+)\b")
_BETAS = (0.9, 0.99)
_MOMENTUM = 0.95
_MUON = "momentum_buffer"
_MOMENTS = ("exp_avg", "exp_avg_sq", _MUON)


class Movers:
    """The optimizers of one run. `weights` are float32, by name."""

    def __init__(self, weights: dict[str, nn.Parameter], recipe: Recipe) -> None:
        self.weights, self.recipe = weights, recipe
        self._flat: dict[str, nn.Parameter] = {
            name: nn.Parameter(flat(weight.detach()))
            for name, weight in weights.items()
            if recipe.orthogonal and weight.ndim in (2, 4) and not _FACING.match(name)
        }
        plain = [{"params": [p], "name": n} for n, p in weights.items() if n not in self._flat]
        self.adam = torch.optim.AdamW(
            plain, lr=recipe.rate, betas=_BETAS, weight_decay=recipe.decay, fused=True
        )
        self.muon: torch.optim.Muon | None = None
        if self._flat:
            self.muon = torch.optim.Muon(
                list(self._flat.values()),
                lr=recipe.rate,
                weight_decay=recipe.decay,
                momentum=_MOMENTUM,
                adjust_lr_fn="match_rms_adamw",
            )

    def step(self, rate: float) -> None:
        """Move all weights by their gradients, and forget these."""
        for group in self.adam.param_groups:
            quick = str(group["name"]).startswith(self.recipe.quick)
            group["lr"] = rate * (self.recipe.quickness if quick else 1.0)
        self.adam.step()
        if self.muon is not None:
            for name, matrix in self._flat.items():
                weight = self.weights[name]
                matrix.grad = None if weight.grad is None else flat(_like(weight, weight.grad))
            self.muon.param_groups[0]["lr"] = rate
            self.muon.step()  # type: ignore[no-untyped-call]
            self.muon.zero_grad()
        for weight in self.weights.values():
            weight.grad = None

    def kept(self) -> dict[str, Tensor]:
        """What must be kept to go on later, by moment and name of the weight."""
        found: dict[str, Tensor] = {}
        for name, weight in self.weights.items():
            state = self.adam.state.get(weight, {})
            if self.muon is not None and name in self._flat:
                state = self.muon.state.get(self._flat[name], {})
            found |= {f"{kind}/{name}": state[kind] for kind in _MOMENTS if kind in state}
        return found

    def restore(self, kept: dict[str, Tensor], steps: int) -> None:
        """Go on from what was kept after so many steps; another optimizer's moments say nothing."""
        for key, tensor in kept.items():
            kind, _, name = key.partition("/")
            if (name in self._flat) != (kind == _MUON):
                continue
            if self.muon is not None and name in self._flat:
                matrix = self._flat[name]
                self.muon.state[matrix] = {kind: _like(matrix, tensor)}
            elif name in self.weights:
                weight = self.weights[name]
                state: dict[str, Any] = self.adam.state[weight]
                state[kind] = _like(weight, tensor)
                state.setdefault("step", torch.tensor(float(steps), device=weight.device))


def flat(weight: Tensor) -> Tensor:
    """A weight as a matrix, outputs x inputs. Of a weight it is a view: both move together."""
    if weight.ndim == 2:
        return weight
    if weight.is_contiguous(memory_format=torch.channels_last):
        return weight.permute(0, 2, 3, 1).flatten(1)
    return weight.flatten(1)


def _like(weight: Tensor, tensor: Tensor) -> Tensor:
    """The tensor with a weight's layout in memory and on its device; itself where it has both."""
    if tensor.device == weight.device and tensor.stride() == weight.stride():
        return tensor
    return torch.empty_like(weight).detach().copy_(tensor)
