"""Pickles as programs save them, and as nobody but an attacker would."""

from __future__ import annotations

import io
import os
import pickle
import struct
import zipfile
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

Write = Callable[[Path], object]


def many_forms() -> OrderedDict[str, torch.Tensor]:
    """Tensors of all number types and layouts, some of which share their numbers."""
    table = torch.arange(1200, dtype=torch.float32).reshape(30, 40)
    return OrderedDict(
        plain=table,
        turned=table.t(),
        part=table[3:7, 5:9],
        spread=torch.arange(3.0).reshape(3, 1).expand(3, 4),
        permuted=torch.arange(120).reshape(4, 5, 6).half().permute(2, 0, 1),
        one=torch.tensor(3.5),
        none=torch.zeros(0, 3),
        brain=torch.ones(3, dtype=torch.bfloat16),
        double=torch.ones(2, dtype=torch.float64),
        long=torch.arange(7),
        small=torch.arange(5, dtype=torch.uint8),
        flags=torch.tensor([True, False]),
        parameter=torch.nn.Parameter(torch.arange(4.0)),
    )


class Harm:
    """Would leave a file if it were unpickled as Python does it."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch '{self.place}'",)


def calls(function: str, *arguments: bytes) -> bytes:
    """A pickle that calls a function by its dotted name with texts."""
    module, name = function.rsplit(".", 1)
    texts = b"".join(b"X" + struct.pack("<I", len(each)) + each for each in arguments)
    return b"\x80\x02c" + f"{module}\n{name}\n".encode() + b"(" + texts + b"tR."


def archive(pickled: bytes, storages: dict[str, bytes] | None = None) -> Write:
    """Writes an archive as torch does, with this pickle."""

    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("archive/data.pkl", pickled)
            archive.writestr("archive/byteorder", "little")
            for key, content in (storages or {}).items():
                archive.writestr(f"archive/data/{key}", content)

    return write


def ring_of_tables() -> bytes:
    """The pickle of 200 tables, each of which holds all of them."""
    made = b"".join(b"}q" + bytes([each]) + b"0" for each in range(200))
    entries = b"".join(b"K" + bytes([each]) + b"h" + bytes([each]) for each in range(200))
    filled = b"".join(b"h" + bytes([each]) + b"(" + entries + b"u0" for each in range(200))
    return b"\x80\x02" + made + filled + b"h\0."


def tensor(offset: int, shape: tuple[int, ...], strides: tuple[int, ...], count: int = 4) -> bytes:
    """The pickle of ``{"a": tensor}`` over a storage of ``count`` single floats."""

    class Fake:
        """A storage, which a pickler of ours writes as torch does."""

    class Pickler(pickle._Pickler):  # type: ignore[misc]  # the one in Python takes any name
        """Writes a storage by its description, and a function by its name alone."""

        def persistent_id(self, obj: Any) -> Any:
            return ("storage", torch.FloatStorage, "0", "cpu", count) if obj is storage else None

    class Tensor:
        """Is rebuilt from whatever it is told."""

        def __reduce__(self) -> tuple[Any, ...]:
            rebuild = torch._utils._rebuild_tensor_v2
            return rebuild, (storage, offset, shape, strides, False, OrderedDict())

    storage, kept = Fake(), io.BytesIO()
    Pickler(kept, 2).dump({"a": Tensor()})
    return kept.getvalue()
