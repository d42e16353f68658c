"""What the head of a latent's file says. Needs no torch: it is asked while one edits."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.families import FAMILIES

FORMAT = "1"
MARK = "latent_loom"
"""The entry of the head by which a latent is known, and which format it is of."""

_LARGEST = 4 * 2**30
_LONGEST_HEAD = 2**20
_PICKLES = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK")


class NoLatentFile(NodeError):
    """There is nothing at the path."""

    english = "There is no latent at {path}: choose a file that Save Latent wrote, or put it back."


class NoLatentChosen(NodeError):
    """The path is empty."""

    english = "No latent is chosen: choose a file that Save Latent wrote."


class NotALatent(NodeError):
    """The file is of some other kind."""

    english = "{path} is not a latent ({problem}): choose a file that Save Latent wrote."


def read_facts(path: Path) -> dict[str, str]:
    """What the head of a file says of its latent; needs no more than its first bytes.

    Raises NoLatentFile and NotALatent.
    """
    try:
        if not path.is_file():
            raise NoLatentFile(path=path)
        if path.stat().st_size > _LARGEST:
            raise NotALatent(path=path, problem=Phrase("it is too large"))
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            head = json.loads(file.read(min(length, _LONGEST_HEAD)))
        facts = head["__metadata__"]
        if facts[MARK] != FORMAT:
            raise NotALatent(path=path, problem=Phrase("it is of a newer format"))
        return {str(name): str(value) for name, value in facts.items()}
    except (OSError, ValueError, KeyError, TypeError, struct.error, RecursionError) as error:
        raise NotALatent(path=path, problem=_kind_of(path)) from error


def family_of(path: Path) -> str | None:
    """The family of the latent in a file, where that can be told."""
    try:
        found = read_facts(path).get("family")
    except NodeError:
        return None
    return found if found in FAMILIES else None


def _kind_of(path: Path) -> str:
    """What a file that is no latent looks like."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        return error.strerror or str(error)
    if start[:2] in _PICKLES:
        return Phrase("it is a pickle, which is never opened")
    return Phrase("it begins like something else")
