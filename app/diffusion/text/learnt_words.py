"""Finds learnt words in a prompt: ``embedding:name`` (ComfyUI), ``<name>``, or the bare name.

A bare name counts where it stands as a word of its own; capitals make no difference, as in CLIP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.sdk.errors import NodeError

Words = Mapping[str, tuple[int, ...]]
"""Learnt words, in small letters, with the ids that stand for each; some have none."""

_ASKED = re.compile(r"embedding:([^\s,<>()\[\]]+)", re.IGNORECASE)
_ENDING = r"(?:\.safetensors|\.pt|\.bin)?"


class UnknownEmbedding(NodeError):
    """A prompt asks for a learnt word that the text model does not have."""

    english = (
        "The prompt asks for the embedding {name}, which this text model does not have: "
        "add it with a Textual Inversion node, or take it out of the prompt."
    )


def plain_name(name: str) -> str:
    """What a learnt word is called in ``Words``: without brackets, in small letters."""
    return name.strip().removeprefix("<").removesuffix(">").strip().lower()


def pieces(text: str, words: Words) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The text in pieces: each a learnt word with its ids, or what lies between them, with none.

    A learnt word without ids is a word as any other.

    Raises UnknownEmbedding.
    """
    end = 0
    for found in _pattern(tuple(words)).finditer(text) if words else ():
        name = next(filter(None, found.groups())).lower()
        yield from _between(text[end : found.start()])
        yield found[0] if words[name] else name, words[name]
        end = found.end()
    yield from _between(text[end:])


def _between(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    asked = _ASKED.search(text)
    if asked:
        raise UnknownEmbedding(name=asked[1][:80])
    if text:
        yield text, ()


@lru_cache(maxsize=16)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """All ways to write one of the names; of those that begin alike the longest counts."""
    longest_first = sorted(names, key=len, reverse=True)
    known = "|".join(re.escape(name) for name in longest_first)
    return re.compile(
        rf"embedding:({known}){_ENDING}(?!\w)|<({known})>|(?<!\w)({known})(?!\w)", re.IGNORECASE
    )
