"""How tensors count in fingerprints."""

from __future__ import annotations

import pytest
import torch

from app.diffusion import tensors as tensors
from app.sdk.fingerprint import fingerprint, size

BASE = torch.arange(6, dtype=torch.float32).reshape(2, 3)


def test_equal_numbers_give_equal_fingerprints() -> None:
    assert fingerprint(BASE) == fingerprint(BASE.clone())


def test_strides_and_storage_do_not_count() -> None:
    turned = BASE.t().contiguous().t()
    part = torch.cat([BASE, BASE])[2:]
    assert not turned.is_contiguous()
    assert fingerprint(BASE) == fingerprint(turned) == fingerprint(part)


@pytest.mark.parametrize(
    "other",
    [
        BASE + torch.tensor(1e-6),
        BASE.reshape(3, 2),
        BASE.double(),
        BASE.to(torch.bfloat16),
        BASE.view(torch.int32),
    ],
)
def test_numbers_shape_and_type_count(other: torch.Tensor) -> None:
    assert fingerprint(BASE) != fingerprint(other)


@pytest.mark.parametrize(
    "dtype", [torch.bfloat16, torch.float16, torch.bool, torch.uint8, torch.int64]
)
def test_every_number_type_has_a_fingerprint(dtype: torch.dtype) -> None:
    made = BASE.to(dtype)
    assert fingerprint(made) == fingerprint(made.clone())
    assert size(made) == 6 * dtype.itemsize


def test_single_numbers_and_nothing_have_fingerprints() -> None:
    shapes = [torch.tensor(1.0), torch.zeros(0), torch.zeros(0, 3)]
    assert len({fingerprint(shape) for shape in shapes}) == 3
