"""Cuts a weighted prompt into the windows of a text encoder, and shows where it was cut.

A window holds its start and end marks and two tokens fewer of text (75 of 77 in Stable Diffusion
1). A prompt that is longer goes into several, which are encoded one by one:

* ``A1111``: a full window is cut behind its last comma if that lies within its last 20 tokens
  (the program's "comma backtracking", at its default), else where it is full; BREAK cuts as well.
* ``plain`` and ``ComfyUI``: a word goes whole into the next window, unless it has 8 tokens or
  more (ComfyUI's ``max_word_length``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.diffusion.loading.refusals import TextTooLong
from app.diffusion.text.learnt_words import Words, pieces
from app.sdk.prompt import Prompt, Reading, Segment

COMMA_REACH = 20
LONG_WORD = 8
MOST_WINDOWS = 64
LONGEST_TEXT = 2**20
_NO_WORDS: Words = {}


@dataclass(frozen=True)
class Token:
    """One token of a prompt: ``text`` as it stands there, ``joined`` to the token before it."""

    id: int
    text: str
    weight: float = 1.0
    joined: bool = False


@dataclass(frozen=True)
class Window:
    """The tokens of one window, without marks and padding; ``full``: it was cut for length."""

    tokens: tuple[Token, ...]
    full: bool = False

    def ids(self, tokenizer: Any, size: int) -> list[int]:
        """``size`` ids: start mark, tokens, end mark, padding."""
        ids = [tokenizer.bos_token_id, *(token.id for token in self.tokens), tokenizer.eos_token_id]
        return ids + [tokenizer.pad_token_id] * (size - len(ids))

    def weights(self, size: int) -> list[float]:
        """``size`` weights: marks and padding are neutral."""
        weights = [1.0, *(token.weight for token in self.tokens)]
        return weights + [1.0] * (size - len(weights))


def split(
    tokenizer: Any, prompt: Prompt, reading: Reading, size: int, words: Words = _NO_WORDS
) -> tuple[Window, ...]:
    """The windows of ``size`` tokens that ``prompt`` fills, one at least.

    ``tokenizer`` is a CLIP tokenizer, ``words`` are those that were learnt beside it. Raises
    TextTooLong and UnknownEmbedding.
    """
    windows: list[Window] = []
    for group in prompt:
        tokens = [token for segment in group for token in _tokens(tokenizer, segment, words)]
        windows.extend(_cut(tokens, reading, size - 2))
        if len(windows) > MOST_WINDOWS:
            raise TextTooLong(
                count=sum(len(window.tokens) for window in windows),
                limit=MOST_WINDOWS * (size - 2),
            )
    return tuple(windows)


def show(windows: Sequence[Window], size: int) -> str:
    """The windows for people, one a line: tokens apart by ``|``, weights other than 1 behind."""
    lines = []
    for number, window in enumerate(windows, 1):
        shown = " | ".join(_shown(token) for token in window.tokens)
        end = " (cut here)" if window.full else ""
        lines.append(f"{number}: {len(window.tokens)} of {size - 2} tokens: {shown}{end}")
    return "\n".join(lines)


def _tokens(tokenizer: Any, segment: Segment, words: Words) -> Iterator[Token]:
    text = segment.text.encode("utf-8", "replace").decode("utf-8")[:LONGEST_TEXT]
    for piece, ids in pieces(text, words):
        if not ids:
            yield from _plain_tokens(tokenizer, piece, segment.weight)
        for place, id in enumerate(ids):  # vectors of one word stay together
            yield Token(id, "" if place else piece, segment.weight, joined=place > 0)


def _plain_tokens(tokenizer: Any, text: str, weight: float) -> Iterator[Token]:
    if not text.strip():
        return
    found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    behind = None
    for id, (start, end) in zip(found["input_ids"], found["offset_mapping"], strict=True):
        yield Token(id, text[start:end], weight, joined=start == behind)
        behind = end


def _cut(tokens: Sequence[Token], reading: Reading, room: int) -> Iterator[Window]:
    start = 0
    while len(tokens) - start > room:
        end = start + room
        place = _comma(tokens, start, end) if reading == "A1111" else _word(tokens, start, end)
        yield Window(tuple(tokens[start:place]), full=True)
        start = place
    yield Window(tuple(tokens[start:]))


def _comma(tokens: Sequence[Token], start: int, end: int) -> int:
    """Behind the last comma near ``end``, or ``end``."""
    for place in range(end, max(end - COMMA_REACH, start), -1):
        if tokens[place - 1].text == ",":
            return place
    return end


def _word(tokens: Sequence[Token], start: int, end: int) -> int:
    """Before the word that ``end`` falls into, or ``end`` where that word is long."""
    for place in range(end, max(end - LONG_WORD, start), -1):
        if not tokens[place].joined:
            behind = tokens[place + 1 : place + LONG_WORD]
            is_long = len(behind) == LONG_WORD - 1 and all(token.joined for token in behind)
            return end if is_long else place
    return end


def _shown(token: Token) -> str:
    return token.text if token.weight == 1 else f"{token.text} x{token.weight:.3g}"
