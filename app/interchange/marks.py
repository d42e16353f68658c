"""The mark of generated pictures: what the inputs of a picture say, and what it has to say itself.

A mark is a term of the IPTC's vocabulary of digital source types. It is looked for in the plain
bytes of a file, as XMP packets are made to be found: so it is seen in every format, in attributes
and elements, and in C2PA manifests (whose JUMBF boxes hold it as plain text). Nothing is decoded.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.sdk.saving import Provenance

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
TRAINED = "trainedAlgorithmicMedia"
COMPOSITE = "compositeWithTrainedAlgorithmicMedia"

_GENERATED = frozenset({TRAINED, COMPOSITE})
_TERMS = (
    *(COMPOSITE, TRAINED, "multiFrameComputationalCapture", "computationalCapture"),
    *("algorithmicallyEnhanced", "compositeSynthetic", "compositeCapture", "virtualRecording"),
    *("algorithmicMedia", "minorHumanEdits", "dataDrivenMedia", "digitalCreation"),
    *("digitalCapture", "screenCapture", "negativeFilm", "positiveFilm", "softwareImage"),
    *("digitalArt", "humanEdits", "composite", "print"),
)
"""The longest first: in a manifest other letters may follow directly."""

_TERM = re.compile(
    b"cv\\.iptc\\.org/newscodes/digitalsourcetype/(" + "|".join(_TERMS).encode() + b")"
)
_CREDENTIALS = b"jumdc2pa"
"""The description of a C2PA manifest store (JUMBF, ISO/IEC 19566-5), in files of any kind."""

_MOST_FILES = 200
_WHOLE = 2**28
"""Bytes of a file that is looked through from end to end; of a larger one both ends."""

_END = 2**24


@dataclass(frozen=True)
class Mark:
    """What a file says of its origin: a term, or nothing, and whether it holds signed content
    credentials (C2PA)."""

    source: str = ""
    credentials: bool = False


def read_mark(path: Path) -> Mark:
    """The mark of a picture or video; none where it has none, or cannot be read."""
    try:
        with path.open("rb") as file:
            if path.stat().st_size == 0:
                return Mark()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return _seen([content] if len(content) <= _WHOLE else _ends(content))
    except (OSError, ValueError):  # a file that went away, a folder, a pipe
        return Mark()


def read_marks(paths: Iterable[Path]) -> list[Mark]:
    """The marks of files, and of those in folders."""
    return [read_mark(path) for path in islice(_each_file(paths), _MOST_FILES)]


def mark_of(provenance: Provenance, inputs: Sequence[Mark], *, wanted: bool) -> Mark:
    """What a picture has to say that was made of these inputs.

    Generated ones are marked where that is ``wanted``, and always where an input was: a mark is not
    lost on the way. A picture that nothing generated says what all its inputs say.
    """
    sources, credentials = {mark.source for mark in inputs}, any(m.credentials for m in inputs)
    if provenance.generated:
        alone = not provenance.supplied or sources == {TRAINED}
        marked = wanted or not sources.isdisjoint(_GENERATED)
        own = TRAINED if alone else COMPOSITE
        return Mark(own if marked else "", credentials)
    if len(sources) == 1:
        return Mark(sources.pop(), credentials)
    return Mark(COMPOSITE if not sources.isdisjoint(_GENERATED) else "", credentials)


def _seen(parts: Sequence[bytes | mmap.mmap]) -> Mark:
    found = {match[1].decode() for part in parts for match in _TERM.finditer(part)}
    credentials = any(part.find(_CREDENTIALS) >= 0 for part in parts)
    generated = found & _GENERATED
    if generated:
        return Mark(TRAINED if found == {TRAINED} else COMPOSITE, credentials)
    return Mark(found.pop() if len(found) == 1 else "", credentials)


def _ends(content: mmap.mmap) -> list[bytes]:
    return [content[:_END], content[-_END:]]


def _each_file(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (each for each in sorted(path.iterdir()) if each.is_file())
        else:
            yield path
