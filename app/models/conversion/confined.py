"""The process that reads a pickle: confines itself first, then converts, and says how it went.

It is given open files alone: the pickle, the file to write, and a pipe for one line of JSON. It
imports nothing but the standard library and this room, all of it before it is confined: afterwards
no file can be opened any more.
"""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from typing import BinaryIO

from app.models.conversion.archive import opened
from app.models.conversion.naming import named_tensors
from app.models.conversion.sandbox import NotConfined, confine
from app.models.conversion.unpickling import ForeignName
from app.models.conversion.writing import largest_result, write

Answer = dict[str, str]
"""What was done: empty, or the name of a refusal as ``refusal`` and its fields."""

_MEMORY = 3 * 2**30
_SECONDS = 1800
_CODECS = ("ascii", "cp437", "latin-1", "raw_unicode_escape", "utf-8")
"""What reading an archive or a pickle would load from files of Python."""


def main(source: int, target: int, answer: int) -> None:
    """Convert what is open as ``source`` and write the answer to ``answer``."""
    read: BinaryIO = io.BufferedReader(io.FileIO(source, closefd=False))
    written: BinaryIO = io.BufferedWriter(io.FileIO(target, "wb", closefd=False))
    told = confined(read, written)
    os.write(answer, json.dumps(told).encode())
    os._exit(0)  # nothing is to be tidied up that would have to open a file


def confined(read: BinaryIO, written: BinaryIO) -> Answer:
    """Give up everything but these two files, then convert the one into the other."""
    most = largest_result(os.fstat(read.fileno()).st_size)
    for codec in _CODECS:
        "".encode(codec)
    try:
        confine(_MEMORY, _SECONDS, most)
    except NotConfined:
        return {"refusal": "CannotConfine"}
    return converted(read, written, most)


def converted(read: BinaryIO, written: BinaryIO, most: int) -> Answer:
    """Convert; whatever a damaged or hostile pickle raises becomes a refusal."""
    try:
        saved = opened(read)
        tensors = named_tensors(saved.content)
        if not tensors:
            return {"refusal": "HoldsNoTensors"}
        write(tensors, saved, written, most)
        return {}
    except ForeignName as error:
        return {"refusal": "NamesCodeInside", "name": str(error)}
    except Exception as error:  # a hostile pickle may raise anything
        return {"refusal": "DamagedPickle", "problem": _words(error)}


def _words(error: Exception) -> str:
    """What is wrong, in a few words of our own."""
    if type(error) is ValueError and str(error).startswith(("it ", "its ", "a ")):
        return str(error)
    if isinstance(error, MemoryError):
        return "it asks for more memory than it may have"
    if isinstance(error, RecursionError):
        return "it is nested without an end"
    if isinstance(error, OSError) and not isinstance(error, zipfile.BadZipFile):
        return error.strerror or "it cannot be read"
    return "it is cut off or damaged"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
