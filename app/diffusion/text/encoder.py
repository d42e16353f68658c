"""Turns a prompt into conditioning with one text encoder, or with several side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from app.diffusion.families.family import EncodedPart, Family, TextPart
from app.diffusion.loading.refusals import ClipSkipTooLarge, NoTextEncoder
from app.diffusion.text.emphasis import scale_a1111, scale_comfyui
from app.diffusion.text.encodings import TextEncoding
from app.diffusion.text.t5 import LeftOut, T5Encoder
from app.diffusion.text.tokens import Window, show, split
from app.sdk.errors import NodeError
from app.sdk.prompt import Reading, read_prompt
from app.sdk.values import Conditioning

USUAL_T5_WIDTH = 4096


class EncodedNaN(NodeError):
    """A text encoder gave no numbers, which would be kept and spoil every picture of the prompt."""

    english = (
        "The prompt was encoded to NaN: run again, and if that does not help, download or copy the "
        "text encoder again."
    )


@dataclass(frozen=True)
class Encoded:
    """An encoded prompt, and its tokens as text for people."""

    conditioning: Conditioning
    tokens: str


@dataclass(frozen=True)
class Encoder:
    """The text encoders of a model with the choices that one prompt is encoded by.

    ``encodings`` are in the order of the family's ``encoders``. ``clip_skip`` is the number of last
    layers of CLIP left out, as in diffusers; ``length`` the number of tokens of T5, 0 for what the
    family usually takes; ``width`` that of T5's words, for a model without it.
    """

    encodings: Sequence[TextEncoding]
    family: Family
    reading: Reading
    clip_skip: int = 0
    length: int = 0
    width: int = 0

    @torch.no_grad()
    def encode(
        self, text: str, check: Callable[[], None], second: str = "", third: str = ""
    ) -> Encoded:
        """``text`` as embeddings of all its windows, one after the other along the tokens.

        ``second``, ``third``: what the second and third encoder are told, where it is to be
        something else. ``check`` is called before each window. Raises TextTooLong, ClipSkipTooLarge
        or NoTextEncoder.
        """
        each = [self._encoder(part) for part in self.family.encoders]
        texts = [text, second or text, third or text][: len(each)]
        windows = [encoder.split(said) for encoder, said in zip(each, texts, strict=True)]
        side_by_side = [len(own) for one, own in zip(each, windows, strict=True) if one.fills]
        most = max(side_by_side, default=1)
        parts = [
            one.encode(_filled(own, most) if one.fills else own, check)
            for one, own in zip(each, windows, strict=True)
        ]
        joined = self.family.join(parts)
        _check_finite(joined)
        conditioning = Conditioning(
            _plain(joined.hidden),
            self.family.name,
            None if joined.pooled is None else _plain(joined.pooled),
            text=text,
        )
        shown = [each[0].show(windows[0])]
        shown += [each[-1].show(windows[-1])] if self.family.text_length else []
        return Encoded(conditioning, "\n".join(filter(None, shown)))

    def _encoder(self, wanted: TextPart) -> WindowEncoder | T5Encoder | LeftOut:
        """What stands for one part of the family; raises NoTextEncoder where it has to be there."""
        found = next((one for one in self.encodings if one.part == wanted.part), None)
        length = self.length or self.family.text_length
        if found is None:
            if wanted.part not in self.family.optional:
                raise NoTextEncoder(family=self.family.name, part=wanted.part)
            return LeftOut(self.width or USUAL_T5_WIDTH, length)
        if hasattr(found.encoder.config, "d_model"):
            return T5Encoder(found, self.reading, length)
        return WindowEncoder(found, wanted.layer, self.reading, self.clip_skip)


def _check_finite(joined: EncodedPart) -> None:
    """Raise EncodedNaN where not everything is a number."""
    pooled = joined.pooled
    whole = bool(torch.isfinite(joined.hidden).all())
    if not (whole and (pooled is None or bool(torch.isfinite(pooled).all()))):
        raise EncodedNaN()


@dataclass(frozen=True)
class WindowEncoder:
    """One CLIP text encoder, which takes a prompt window by window; ``layer`` as in TextPart.

    Encoders that ``fill`` stand side by side, so that all have as many windows as the longest.
    """

    encoding: TextEncoding
    layer: str
    reading: Reading
    clip_skip: int

    @property
    def fills(self) -> bool:
        """Whether its words count, and not its vector alone."""
        return self.layer != "vector"

    def show(self, windows: Sequence[Window]) -> str:
        """The windows for people."""
        return show(windows, self.size)

    @property
    def size(self) -> int:
        """How many tokens go in at once: 77 in all that are known."""
        positions = self.encoding.encoder.config.max_position_embeddings
        return int(min(positions, self.encoding.tokenizer.model_max_length))

    def split(self, text: str) -> tuple[Window, ...]:
        """The windows of a prompt, one at least; raises TextTooLong."""
        prompt = read_prompt(text, self.reading)
        encoding = self.encoding
        return split(encoding.tokenizer, prompt, self.reading, self.size, encoding.words)

    def encode(self, windows: Sequence[Window], check: Callable[[], None]) -> EncodedPart:
        """All windows one after the other, and the first one's vector for the whole prompt."""
        layers = self.encoding.encoder.config.num_hidden_layers
        if self.clip_skip >= layers:
            raise ClipSkipTooLarge(skip=self.clip_skip, layers=layers)
        parts = []
        for window in windows if self.fills else windows[:1]:
            check()
            parts.append(self._weighted(window))
        return EncodedPart(torch.cat([part.hidden for part in parts], dim=1), parts[0].pooled)

    def _weighted(self, window: Window) -> EncodedPart:
        """(1, window, width); without weights exactly what the encoder gives."""
        found = self._hidden(window)
        weights = window.weights(self.size)
        if all(weight == 1 for weight in weights):
            return found
        if self.reading == "A1111":
            return found._replace(hidden=scale_a1111(found.hidden, weights))
        plain = self._hidden(Window(())).hidden
        return found._replace(hidden=scale_comfyui(found.hidden, plain, weights))

    def _hidden(self, window: Window) -> EncodedPart:
        """The encoder's last layer, or an earlier one; behind the final norm for ``last``."""
        encoder = self.encoding.encoder
        ids = torch.tensor([window.ids(self.encoding.tokenizer, self.size)]).to(encoder.device)
        last = self.layer != "penultimate"
        if not self.fills or (last and self.clip_skip == 0):
            found = encoder(ids)
            return EncodedPart(found.last_hidden_state, _pooled(found))
        found = encoder(ids, output_hidden_states=True)
        if not last:
            return EncodedPart(found.hidden_states[-(self.clip_skip + 2)], _pooled(found))
        # transformers 5.6 took CLIPTextModel's inner model away.
        inner = getattr(encoder, "text_model", encoder)
        hidden = inner.final_layer_norm(found.hidden_states[-(self.clip_skip + 1)])
        return EncodedPart(hidden, _pooled(found))


def _pooled(found: Any) -> torch.Tensor | None:
    """The vector for the whole prompt, projected where the encoder projects it."""
    pooled: torch.Tensor | None = getattr(found, "text_embeds", None)
    return getattr(found, "pooler_output", None) if pooled is None else pooled


def _filled(windows: tuple[Window, ...], count: int) -> tuple[Window, ...]:
    """``count`` windows, with empty ones at the end: encoders side by side take equally many."""
    return (*windows, *(Window(()),) * (count - len(windows)))


def _plain(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.to("cpu", torch.float32).contiguous()
