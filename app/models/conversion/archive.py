"""The two forms in which torch saves: an archive (since 1.6), and pickles with bytes behind them.

What lies where: torch/serialization.py (``_save`` and ``_legacy_save``).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from app.models.conversion.tensors import NumberType, Storage, Tensor
from app.models.conversion.unpickling import TensorUnpickler

_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001
_ZIP = b"PK\x03\x04"
_LOCAL_HEAD = struct.Struct("<26xHH")
_LARGEST_PICKLE = 256 * 2**20
_PIECE = 2**20
_ODD_ORDER = "its numbers are stored in an order that no computer of today uses"


@dataclass(frozen=True)
class Saved:
    """What was saved in a file, and where in it the bytes of a storage begin.

    ``place`` raises ValueError for a storage that the file does not hold.
    """

    content: Any
    file: BinaryIO
    place: Callable[[Storage], int]


def opened(file: BinaryIO) -> Saved:
    """What torch saved in ``file``; raises ValueError and whatever a damaged pickle raises."""
    start = file.read(4)
    file.seek(0)
    return _archive(file) if start == _ZIP else _pickles(file)


def pieces_of(tensor: Tensor, saved: Saved) -> Iterator[bytes]:
    """The bytes of a tensor in order; raises ValueError where the file is cut off."""
    if not tensor.size:
        return
    saved.file.seek(saved.place(tensor.storage) + tensor.offset * tensor.type.bytes)
    if not tensor.is_in_order:
        yield from tensor.rows(memoryview(_taken(saved.file, tensor.reach * tensor.type.bytes)))
        return
    left = tensor.size
    while left:
        piece = _taken(saved.file, min(left, _PIECE))
        left -= len(piece)
        yield piece


def _taken(file: BinaryIO, count: int) -> bytes:
    """The next bytes, all of them."""
    taken = file.read(count)
    if len(taken) < count:
        raise ValueError("it is cut off")
    return taken


def _archive(file: BinaryIO) -> Saved:
    """A zip file with one pickle and a file for each storage, none of them compressed."""
    entries = {entry.filename: entry for entry in zipfile.ZipFile(file).infolist()}
    pickles = [name for name in entries if name.rpartition("/")[2] == "data.pkl"]
    if len(pickles) != 1 or any(entry.compress_type for entry in entries.values()):
        raise ValueError("it holds no weights as PyTorch saves them")
    folder = pickles[0].removesuffix("data.pkl")

    def content(name: str, most: int) -> bytes:
        entry = entries[name]
        if entry.file_size > most:
            raise ValueError("its list of tensors is of absurd length")
        file.seek(_begin(file, entry))
        return _taken(file, entry.file_size)

    def place(storage: Storage) -> int:
        entry = entries.get(f"{folder}data/{storage.key}")
        needed = storage.first + storage.count * storage.type.bytes
        if entry is None or entry.file_size < needed:
            raise ValueError("it lacks a storage")
        return _begin(file, entry) + storage.first

    order = f"{folder}byteorder"
    if order in entries and content(order, 100) != b"little":
        raise ValueError(_ODD_ORDER)
    saved = TensorUnpickler(io.BytesIO(content(pickles[0], _LARGEST_PICKLE))).load()
    return Saved(saved, file, place)


def _begin(file: BinaryIO, entry: zipfile.ZipInfo) -> int:
    """Where the bytes of an entry begin: behind a head of its own, with a name of its own."""
    file.seek(entry.header_offset)
    name, extra = _LOCAL_HEAD.unpack(_taken(file, _LOCAL_HEAD.size))
    return int(entry.header_offset + _LOCAL_HEAD.size + name + extra)


def _pickles(file: BinaryIO) -> Saved:
    """Several pickles, then the bytes of all storages behind each other."""
    magic, protocol = (TensorUnpickler(file).load() for _ in range(2))
    if (magic, protocol) != (_MAGIC, _PROTOCOL):
        raise ValueError("it holds no weights as PyTorch saves them")
    system = TensorUnpickler(file).load()
    if not isinstance(system, Mapping) or not system.get("little_endian", True):
        raise ValueError(_ODD_ORDER)
    reader = _Noting(file)
    content = reader.load()
    places = _places(file, TensorUnpickler(file).load(), reader.types)

    def place(storage: Storage) -> int:
        if storage.key not in places:
            raise ValueError("it lacks a storage")
        return places[storage.key] + storage.first

    return Saved(content, file, place)


class _Noting(TensorUnpickler):
    """Notes the number type of every storage, which says how many bytes it takes."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self.types: dict[str, NumberType] = {}

    def persistent_load(self, pid: Any) -> Storage:
        """A storage by what the file says of it; raises ValueError."""
        found = super().persistent_load(pid)
        self.types[found.key] = found.type
        return found


def _places(file: BinaryIO, keys: Any, types: Mapping[str, NumberType]) -> dict[str, int]:
    """Where each storage begins: behind the number of numbers that it holds."""
    places: dict[str, int] = {}
    for key in keys if isinstance(keys, list) else ():
        (count,) = struct.unpack("<q", _taken(file, 8))
        if count < 0 or key not in types:
            raise ValueError("it names a storage that is none")
        places[key] = file.tell()
        file.seek(count * types[key].bytes, io.SEEK_CUR)
    return places
