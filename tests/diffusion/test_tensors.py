"""How tensors count in fingerprints."""

from __future__ import annotations

import pytest
import torch

from app.diffusion import tensors as tensors
from app.diffusion.tensors import _DTYPES
from app.sdk.encoding import Array, CannotDecode, CannotEncode, Encoded, decode, encode
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


@pytest.mark.parametrize("dtype", sorted(_DTYPES.values(), key=str), ids=str)
def test_every_number_type_is_stored_exactly(dtype: torch.dtype) -> None:
    made = torch.randn(2, 3, generator=torch.Generator().manual_seed(1)).mul(3).to(dtype)
    again = decode(encode(made))
    assert (again.dtype, again.shape) == (made.dtype, made.shape)
    assert fingerprint(again) == fingerprint(made)


@pytest.mark.parametrize(
    "tensor",
    [
        torch.tensor(1.5),
        torch.zeros(0, 3),
        BASE.t(),
        BASE[1:],
        BASE.expand(4, 2, 3),
        -BASE.new([0]),
    ],
    ids=str,
)
def test_a_stored_tensor_owns_contiguous_numbers(tensor: torch.Tensor) -> None:
    again = decode(encode(tensor))
    assert fingerprint(again) == fingerprint(tensor)
    assert again.is_contiguous()
    assert again.untyped_storage().nbytes() == again.nbytes


def test_what_has_no_bytes_of_its_own_is_not_stored() -> None:
    with pytest.raises(CannotEncode):
        encode(BASE.to_sparse())


def test_bytes_that_do_not_fit_the_shape_are_refused() -> None:
    tree = {"array": 0, "codec": "Tensor"}
    with pytest.raises(CannotDecode):
        decode(Encoded(tree, [Array("F32", (2**40,), b"1234")]))
