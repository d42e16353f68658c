"""Tells the SDK how a torch tensor counts, by dtype, shape and bytes, and how it is stored."""

from __future__ import annotations

import hashlib
import math

import torch

from app.sdk.encoding import Array, ArrayCodec, CannotEncode, register_codec
from app.sdk.fingerprint import Leaf, register_leaf

_DTYPES = {
    **{"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16},
    **{"I64": torch.int64, "I32": torch.int32, "I16": torch.int16, "I8": torch.int8},
    **{"U8": torch.uint8, "BOOL": torch.bool, "C64": torch.complex64},
    **{"F8_E4M3": torch.float8_e4m3fn, "F8_E5M2": torch.float8_e5m2},
}
"""Number types by the names that safetensors has for them."""

_NAMES = {dtype: name for name, dtype in _DTYPES.items()}


def size_of(tensor: torch.Tensor) -> int:
    """Bytes that the numbers of ``tensor`` take."""
    return tensor.element_size() * tensor.nelement()


def digest_of(tensor: torch.Tensor) -> str:
    """Hash of dtype, shape and numbers, whatever the strides and the device."""
    found = hashlib.blake2b(f"{tensor.dtype}{tuple(tensor.shape)}".encode(), digest_size=32)
    found.update(_bytes(tensor))
    return found.hexdigest()


def array_of(tensor: torch.Tensor) -> Array:
    """The numbers of ``tensor`` row by row, without a copy where they lie so; raises CannotEncode.

    Strides are not kept: they do not count in a fingerprint either.
    """
    name = _NAMES.get(tensor.dtype)
    if name is None or tensor.layout is not torch.strided:
        raise CannotEncode(type=f"Tensor ({tensor.dtype}, {tensor.layout})")
    return Array(name, tuple(tensor.shape), _bytes(tensor))


def tensor_of(array: Array) -> torch.Tensor:
    """A contiguous tensor on the CPU that owns its storage; raises ValueError."""
    dtype = _DTYPES.get(array.dtype)
    if dtype is None or math.prod(array.shape) * dtype.itemsize != len(array.data):
        raise ValueError(f"{len(array.data)} bytes are no {array.dtype} of {array.shape}")
    made = torch.empty(array.shape, dtype=dtype)
    if array.data:
        _bytes(made)[:] = array.data
    return made


def _bytes(tensor: torch.Tensor) -> memoryview:
    """The numbers as bytes, because numpy has no bfloat16; the tensor's own where it can be."""
    # A view counts with its own numbers alone, not with the larger tensor that it is cut from.
    flat = tensor.detach().to("cpu").contiguous().flatten()
    found: memoryview = flat.view(torch.uint8).numpy().data
    return found


register_leaf(torch.Tensor, Leaf(size_of, digest_of))
register_codec(torch.Tensor, ArrayCodec("Tensor", array_of, tensor_of))
