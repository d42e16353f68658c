"""Holds the loaded networks: each once, shared by all nodes, given back when room is needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from app.diffusion import tensors as tensors  # registers how tensors count
from app.diffusion.compiling import BACKEND, compile_blocks
from app.diffusion.device import Device, choose
from app.diffusion.loading import standalone
from app.diffusion.loading.refusals import OutOfMemory, TriesAgain
from app.diffusion.loading.tokenizers import load_tokenizer
from app.diffusion.lost_device import DeviceLost, first_line, is_lost
from app.diffusion.memory.loading import Wanted, load_in_eight_bits, load_placed, share_place
from app.diffusion.memory.moving import hang_in, held_still, sweep
from app.diffusion.memory.plans import AUTOMATIC, RESERVE
from app.diffusion.memory.room import Room
from app.diffusion.memory.shortage import causes, is_out_of_memory
from app.diffusion.memory.telling import lines
from app.diffusion.patches.embeddings import words_of
from app.diffusion.patches.patching import Patching
from app.diffusion.quiet import quieten
from app.diffusion.shared_settings import shared_settings
from app.diffusion.text.encodings import TextEncoding, find_ends_by_mark, heard_first
from app.diffusion.text.token_count import count_tokens
from app.diffusion.video.motion import with_motion
from app.graph.errors import LoomError, Message
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Model, TextModel, Weights
from app.sdk.patches import Patch
from app.sdk.prompt_parts import Reading
from app.sdk.shared_settings import Settings
from app.sdk.token_count import TokenCount


class ModelStore:
    """The engine's ``Services``: loaded networks on the best device. Used on one thread only.

    Networks count by content, so two nodes that name the same weights share them. When room is
    short the store lets go of those that were used longest ago: a node that still works with one
    keeps it alive, and the file's pages make it quick to load again. ``backend`` is what compiles
    the models that ask for it, ``wish`` how the user wants networks to lie in memory. ``is_lost``:
    an error took the device away, and only another process can have it back.
    """

    def __init__(
        self,
        device: Device | None = None,
        backend: str = BACKEND,
        wish: Callable[[], str] = lambda: AUTOMATIC,
    ) -> None:
        quieten()
        self._device = device or choose()
        self._backend = backend
        self._loaded: OrderedDict[tuple[str, str, bool], Any] = OrderedDict()
        self._patching = Patching()
        self._room = Room(self._device, wish)
        self.is_lost = False

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The module behind a handle; calls ``check`` for every tensor.

        Of a TextModel, a tuple of one TextEncoding for each of its encoders.
        """
        if isinstance(handle, TextModel):
            return tuple(self._encoding(handle, encoder, check) for encoder in handle.encoders)
        if not isinstance(handle, Model):
            module = self._module(Wanted(handle.weights), check)
            hang_in(module)
            return module
        wanted = Wanted(handle.weights, handle.compiled, handle.memory)
        if handle.eight_bits:
            return self._in_eight_bits(handle, wanted, check)
        module = (
            self._module(wanted, check)
            if handle.motion is None
            else self._moving(wanted, handle.motion, check)
        )
        self._set_up(handle.sources, module, handle.patches, check)
        return module

    def _moving(self, wanted: Wanted, motion: Weights, check: Callable[[], None]) -> Any:
        """A network with motion layers, which shares the tensors of both."""
        weights = wanted.weights
        key = (f"{weights.content} {motion.content}", weights.part, False)
        network = self._module(wanted, check)
        if key not in self._loaded:
            # Its own tensors are the ones to share, and they lie still for that.
            self._set_up((weights,), network, (), check)
            layers = self._module(Wanted(motion), check)
            with held_still(network), held_still(layers):
                self._loaded[key] = with_motion(network, layers)
            share_place(network, self._loaded[key])
        self._loaded.move_to_end(key)
        return self._loaded[key]

    def _in_eight_bits(self, handle: Model, wanted: Wanted, check: Callable[[], None]) -> Any:
        """A network that was loaded and patched in full, and then rounded: for each way anew."""
        ways = fingerprint((handle.motion, handle.patches))
        key = (f"{handle.weights.content} {ways}", handle.weights.part, True)
        if key not in self._loaded:
            for other in [one for one in self._loaded if one[0].startswith(handle.weights.content)]:
                del self._loaded[other]  # they take more room than the time that they would save
            layers = handle.motion and self._module(Wanted(handle.motion), check)
            self._loaded[key] = load_in_eight_bits(
                replace(wanted, motion=layers),
                self._device,
                self._room,
                lambda module: self._patching.apply(handle.sources, module, handle.patches, check),
                check,
            )
        self._loaded.move_to_end(key)
        self._room.used(self._loaded[key])
        return self._loaded[key]

    def _encoding(
        self, handle: TextModel, wanted: Weights, check: Callable[[], None]
    ) -> TextEncoding:
        """One text encoder with its patches, and the words that they add."""
        encoding: TextEncoding = self._module(Wanted(wanted), check)
        self._set_up((wanted,), encoding.encoder, handle.patches, check)
        words = words_of(handle.patches, wanted)
        if words:
            find_ends_by_mark(encoding)
        return replace(encoding, words=words)

    def _module(self, wanted: Wanted, check: Callable[[], None]) -> Any:
        weights = wanted.weights
        key = (weights.content, weights.part, wanted.compiled)
        check()
        found = self._loaded.get(key)
        if found is None or not self._room.suits(_network(found), wanted.memory):
            self._loaded.pop(key, None)
            found = self._load(wanted, check)
            if wanted.compiled:
                compile_blocks(found, self._backend)
            self._loaded[key] = found
        self._loaded.move_to_end(key)
        self._room.used(_network(found))
        return found

    def _set_up(
        self,
        sources: Sequence[Weights],
        module: Any,
        patches: Sequence[Patch],
        check: Callable[[], None],
    ) -> None:
        """Leave a network with exactly these patches; let go of one that got lost on the way."""
        lies_still = nullcontext() if self._patching.has(module, patches) else held_still(module)
        try:
            with lies_still:
                self._patching.set_up(sources, module, patches, check)
        finally:
            if not self._patching.is_whole(module):
                self.free()
        hang_in(module)

    def shared_settings(self) -> Settings:
        """What torch and numpy keep for the whole program."""
        return shared_settings(self._device.place)

    def environment(self) -> str:
        """Hash of device, number types, threads and library versions."""
        return self._device.environment()

    def device(self) -> str:
        """Device, number type and free memory in words, and below it where each network lies."""
        if self.is_lost:
            return self._device.name  # it answers no question any more
        self._room.measure()
        return lines([self._device.sentence(), *self._room.words()])

    def free(self) -> None:
        """Let go of all networks."""
        self._loaded.clear()
        self._room.forget()
        sweep()
        self._device.release()

    def explain(self, error: BaseException) -> Message | None:
        """A sentence with a remedy where ``error``, or what caused it, is a lack of memory.

        Then all networks are let go as well, so that the next attempt has the room. It may also be
        the end of the device: then ``is_lost``, and nothing on it can even be let go.
        """
        for found in filter(is_lost, causes(error)):
            self.is_lost = True
            return DeviceLost(device=self._device.name, text=first_line(found)).message
        if not any(map(is_out_of_memory, causes(error))):
            return None
        self.free()
        return OutOfMemory(device=self._device.name).message

    def relieve(self, error: BaseException) -> Message | None:
        """Make one more attempt possible where ``error`` is a lack of memory; what will be done.

        None where there is nothing to gain. All networks are let go, as with ``explain``.
        """
        how = self._room.relieve() if is_out_of_memory(error) else None
        if how is None:
            return None
        self.free()
        return TriesAgain(device=self._device.name, how=how).message

    def count_tokens(self, handle: Any, text: str, reading: Reading) -> TokenCount | None:
        """The tokens of a prompt for a TextModel; None where its files cannot be read."""
        if not isinstance(handle, TextModel):
            return None
        try:
            return count_tokens(heard_first(handle), text, reading, handle.patches)
        except LoomError:
            return None  # whoever encodes the prompt says why

    def _load(self, wanted: Wanted, check: Callable[[], None]) -> Any:
        weights = wanted.weights
        if standalone.is_standalone(weights):
            self._make_room(standalone.bytes_on_disk(weights))
            return standalone.load(weights, self._device.place, self._device.dtype, check)
        try:
            module = load_placed(wanted, self._device, self._room, self._make_room, check)
        except (RuntimeError, MemoryError) as error:
            if not (is_out_of_memory(error) and self._loaded):
                raise
            self.free()
            module = load_placed(wanted, self._device, self._room, self._make_room, check)
        if weights.part.startswith("text_encoder"):
            return TextEncoding(load_tokenizer(weights), module, weights.part)
        return module

    def _make_room(self, needed: int) -> None:
        if self._device.free_memory() < needed + RESERVE:
            self._patching.forget()
            self._room.make(needed + RESERVE)
        while self._loaded and self._device.free_memory() < needed + RESERVE:
            self._loaded.popitem(last=False)
            sweep()
            self._device.release()


def _network(loaded: Any) -> Any:
    """The module among what is kept of a part."""
    return loaded.encoder if isinstance(loaded, TextEncoding) else loaded
