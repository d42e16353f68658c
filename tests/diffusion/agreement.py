"""How results are compared with the reference: bit by bit."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor


def assert_equal_steps(ours: Sequence[Tensor], theirs: Sequence[Tensor]) -> None:
    """Fail at the first step that is not ``torch.equal``, naming it and the difference."""
    assert len(ours) == len(theirs)
    for step, (own, other) in enumerate(zip(ours, theirs, strict=True)):
        assert own.is_contiguous()
        assert own.shape == other.shape
        difference = (own - other).abs().max().item()
        assert torch.equal(own, other), f"step {step} differs by up to {difference:g}"
