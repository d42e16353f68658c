"""Holds the loaded networks: each once, shared by all nodes, given back when room is needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch

from app.diffusion import families, standalone
from app.diffusion import tensors as tensors  # registers how tensors count
from app.diffusion.compiling import BACKEND, compile_blocks
from app.diffusion.device import Device, choose
from app.diffusion.learnt_words import Words
from app.diffusion.motion import with_motion
from app.diffusion.patches.embeddings import words_of
from app.diffusion.patches.patching import Patching
from app.diffusion.quiet import quieten
from app.diffusion.refusals import OutOfMemory
from app.diffusion.token_count import count_tokens
from app.diffusion.tokenizers import load_tokenizer
from app.diffusion.weights import bytes_needed, load_module
from app.graph.errors import LoomError, Message
from app.sdk.patches import Patch
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount
from app.sdk.values import Model, TextModel, Weights

_RESERVE = 2**29
"""Bytes that stay free beside the weights for what a step needs."""

_LEGACY_END = 2

_FULL = ("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory")


@dataclass(frozen=True)
class TextEncoding:
    """One text encoder on the device with its tokenizer; ``part`` is its role in the model.

    ``words``: those that were learnt, with the ids of their vectors.
    """

    tokenizer: Any
    encoder: Any
    part: str = "text_encoder"
    words: Words = field(default_factory=dict)


class ModelStore:
    """The engine's ``Services``: loaded networks on the best device. Used on one thread only.

    Networks count by content, so two nodes that name the same weights share them. When room is
    short the store lets go of those that were used longest ago: a node that still works with one
    keeps it alive, and the file's pages make it quick to load again. ``backend`` is what compiles
    the models that ask for it.
    """

    def __init__(self, device: Device | None = None, backend: str = BACKEND) -> None:
        quieten()
        self._device = device or choose()
        self._backend = backend
        self._loaded: OrderedDict[tuple[str, str, bool], Any] = OrderedDict()
        self._patching = Patching()

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The module behind a handle; calls ``check`` for every tensor.

        Of a TextModel, a tuple of one TextEncoding for each of its encoders.
        """
        if isinstance(handle, TextModel):
            return tuple(self._encoding(handle, encoder, check) for encoder in handle.encoders)
        if not isinstance(handle, Model):
            return self._module(handle.weights, False, check)
        module = (
            self._module(handle.weights, handle.compiled, check)
            if handle.motion is None
            else self._moving(handle.weights, handle.motion, check)
        )
        self._set_up(handle.sources, module, handle.patches, check)
        return module

    def _moving(self, wanted: Weights, motion: Weights, check: Callable[[], None]) -> Any:
        """A network with motion layers, which shares the tensors of both."""
        key = (f"{wanted.content} {motion.content}", wanted.part, False)
        if key not in self._loaded:
            network = self._module(wanted, False, check)
            self._set_up((wanted,), network, (), check)  # its own tensors are the ones to share
            self._loaded[key] = with_motion(network, self._module(motion, False, check))
        self._loaded.move_to_end(key)
        return self._loaded[key]

    def _encoding(
        self, handle: TextModel, wanted: Weights, check: Callable[[], None]
    ) -> TextEncoding:
        """One text encoder with its patches, and the words that they add."""
        encoding: TextEncoding = self._module(wanted, False, check)
        self._set_up((wanted,), encoding.encoder, handle.patches, check)
        words = words_of(handle.patches, wanted)
        if words:
            find_ends_by_mark(encoding)
        return replace(encoding, words=words)

    def _module(self, wanted: Weights, compiled: bool, check: Callable[[], None]) -> Any:
        key = (wanted.content, wanted.part, compiled)
        check()
        if key not in self._loaded:
            module = self._load(wanted, check)
            if compiled:
                compile_blocks(module, self._backend)
            self._loaded[key] = module
        self._loaded.move_to_end(key)
        return self._loaded[key]

    def _set_up(
        self,
        sources: Sequence[Weights],
        module: Any,
        patches: Sequence[Patch],
        check: Callable[[], None],
    ) -> None:
        """Leave a network with exactly these patches; let go of one that got lost on the way."""
        try:
            self._patching.set_up(sources, module, patches, check)
        finally:
            if not self._patching.is_whole(module):
                self.free()

    def environment(self) -> str:
        """Hash of device, number types, threads and library versions."""
        return self._device.environment()

    def device(self) -> str:
        """Device, number type and free memory in words."""
        return self._device.sentence()

    def free(self) -> None:
        """Let go of all networks."""
        self._loaded.clear()
        self._device.release()

    def explain(self, error: BaseException) -> Message | None:
        """A sentence with a remedy where ``error``, or what caused it, is a lack of memory.

        Then all networks are let go as well, so that the next attempt has the room.
        """
        seen: BaseException | None = error
        while seen is not None:
            if is_out_of_memory(seen):
                self.free()
                return OutOfMemory(device=self._device.name).message
            seen = seen.__cause__ or seen.__context__
        return None

    def count_tokens(self, handle: Any, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for a TextModel; None where its files cannot be read."""
        if not isinstance(handle, TextModel):
            return None
        try:
            return count_tokens(heard_first(handle), text, reading, handle.patches)
        except LoomError:
            return None  # whoever encodes the prompt says why

    def _load(self, wanted: Weights, check: Callable[[], None]) -> Any:
        if standalone.is_standalone(wanted):
            self._make_room(standalone.bytes_on_disk(wanted))
            return standalone.load(wanted, self._device.place, self._device.dtype, check)
        dtype = self._dtype(wanted.part)
        self._make_room(bytes_needed(wanted, dtype))
        try:
            module = load_module(wanted, self._device.place, dtype, check)
        except (RuntimeError, MemoryError) as error:
            if not (is_out_of_memory(error) and self._loaded):
                raise
            self.free()
            module = load_module(wanted, self._device.place, dtype, check)
        if wanted.part.startswith("text_encoder"):
            return TextEncoding(load_tokenizer(wanted), module, wanted.part)
        return module

    def _dtype(self, part: str) -> torch.dtype:
        """The number type of a part; see Device."""
        at_every_step = ("unet", "transformer", "controlnet", "motion_adapter", "t2i_adapter")
        return self._device.dtype if part in at_every_step else torch.float32

    def _make_room(self, needed: int) -> None:
        if self._device.free_memory() < needed + _RESERVE:
            self._patching.forget()
        while self._loaded and self._device.free_memory() < needed + _RESERVE:
            self._loaded.popitem(last=False)
            self._device.release()


def heard_first(text_model: TextModel) -> Weights:
    """The first of the text encoders whose words the network hears."""
    family = families.of(text_model.weights.family)
    silent = {text.part for text in family.encoders if text.layer == "vector"}
    heard = (encoder for encoder in text_model.encoders if encoder.part not in silent)
    return next(heard, text_model.weights)


def find_ends_by_mark(encoding: TextEncoding) -> None:
    """Have an encoder take the vector of the whole prompt at the end mark.

    Those with a legacy config (``eos_token_id`` 2) take it at the highest id, which is the end mark
    until words are added behind it.
    """
    for module in encoding.encoder.modules():
        if getattr(module, "eos_token_id", None) == _LEGACY_END:
            module.eos_token_id = encoding.tokenizer.eos_token_id


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device or the computer had no memory left, however torch words it."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    words = str(error).lower()
    return isinstance(error, RuntimeError) and any(part in words for part in _FULL)
