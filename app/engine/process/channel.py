"""Messages over two streams of bytes, such as the pipes of a process."""

from __future__ import annotations

import struct
import threading
from typing import IO, Any

from app.engine.process.messages import KINDS
from app.engine.process.plain import Garbled, Plainly

_SIZES = struct.Struct("<II")
_LENGTH = struct.Struct("<Q")
_LARGEST_HEAD = 2**30
_MOST_BLOBS = 2**20
_LARGEST_BLOB = 2**36


class Channel:
    """Sends and receives messages. Any thread may send; one receives.

    A frame is the length of the JSON and the number of blobs, the length of each blob, the JSON,
    and the blobs.
    """

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._plainly = Plainly(KINDS)
        self._sending = threading.Lock()

    def send(self, message: Any) -> None:
        """Send a message; raises OSError, or ValueError where the stream was closed."""
        head, blobs = self._plainly.pack(message)
        views = [memoryview(blob).cast("B") for blob in blobs]
        lengths = b"".join(_LENGTH.pack(len(view)) for view in views)
        with self._sending:
            self._outgoing.write(_SIZES.pack(len(head), len(views)) + lengths + head)
            for view in views:
                self._outgoing.write(view)
            self._outgoing.flush()

    def receive(self) -> Any:
        """The next message. Raises EOFError at the end of the stream, Garbled for what is none."""
        sizes = self._read(_SIZES.size)
        head, count = _SIZES.unpack(sizes)
        if head > _LARGEST_HEAD or count > _MOST_BLOBS:
            raise Garbled(f"a frame without measure: {sizes!r}")
        lengths = [length for (length,) in _LENGTH.iter_unpack(self._read(_LENGTH.size * count))]
        if max(lengths, default=0) > _LARGEST_BLOB:
            raise Garbled("a blob without measure")
        text = self._read(head)
        return self._plainly.unpack(text, [self._read(length) for length in lengths])

    def _read(self, size: int) -> bytes:
        """Exactly so many bytes."""
        found = self._incoming.read(size) if size else b""
        if len(found) < size:
            raise EOFError
        return found
