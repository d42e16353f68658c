"""A loaded network whose tensors are changed by patches and given back, bit by bit.

Changed tensors are always made from the original ones. On the CPU these are the pages of the file
and cost nothing, so they are put aside. On another device they would take its memory a second time
and, kept beside it, that of the computer: there they are read again from the mapped file, which
gives the same bits.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import psutil  # type: ignore[import-untyped]
import torch
from torch import Tensor

from app.diffusion.loading.weights import ReadAs, open_weights, shapes_of
from app.diffusion.patches.changing import Change, Network, Switch, changes_of, switched_patches
from app.diffusion.patches.changing import tensor_patches as tensor_patches_of
from app.diffusion.patches.refusals import CannotPatch
from app.diffusion.tensors import size_of
from app.sdk.models import Weights
from app.sdk.patches import Patch

Patches = tuple[Patch, ...]

_MOST_ASIDE = 2
"""Stacks of patches whose tensors are kept, so that going back to them is quick."""

_SPARE = 4
"""Tensors are only kept where this many times their size is free."""


class PatchedNetwork:
    """The tensors of one module, which must not be changed by anyone else.

    ``sources`` are where they come from: one network, or one with layers of another put between.
    ``whole`` is False once the originals could not be given back; then the module is of no use.
    """

    def __init__(self, sources: Sequence[Weights], module: torch.nn.Module) -> None:
        self.whole = True
        self._sources = tuple(sources)
        self._parameters: dict[str, Any] = dict(module.named_parameters())
        shapes = {name: tuple(own.shape) for name, own in self._parameters.items()}
        self._network = Network(sources[0].part, sources[0].family, shapes)
        self._originals: dict[str, Tensor] = {}
        self._changed: set[str] = set()
        self._standing: Patches = ()
        self._switched: tuple[tuple[Patch, Switch], ...] = ()
        self._aside: OrderedDict[Patches, Mapping[str, Tensor]] = OrderedDict()

    def set_up(
        self, module: torch.nn.Module, patches: Sequence[Patch], check: Callable[[], None]
    ) -> None:
        """Leave the module with exactly these patches; where that fails, with none.

        ``check`` is called before every tensor and may raise to give up. Raises a refusal where a
        patch cannot be used.
        """
        self._switch(module, switched_patches(patches))
        wanted = tensor_patches_of(patches)
        if wanted == self._standing:
            return
        self._parameters = dict(module.named_parameters())  # it may have moved meanwhile
        try:
            self._go_over_to(wanted, check)
        except BaseException:
            self._give_back()
            raise

    def has(self, patches: Sequence[Patch]) -> bool:
        """Whether the tensors are those of exactly these patches."""
        return tensor_patches_of(patches) == self._standing

    def forget(self) -> None:
        """Let go of the tensors of other patches."""
        self._aside.clear()

    def _switch(self, module: torch.nn.Module, wanted: tuple[tuple[Patch, Switch], ...]) -> None:
        if wanted == self._switched:
            return
        for _, switch in self._switched:
            switch.off(module)
        self._switched = ()
        for patch, switch in wanted:
            switch.on(module, patch)
            self._switched += ((patch, switch),)

    def _go_over_to(self, wanted: Patches, check: Callable[[], None]) -> None:
        ready = self._aside.pop(wanted, None)
        self._put_aside()
        with ExitStack() as stack:
            read = self._reader(stack)
            if ready is None:
                self._make(changes_of(wanted, self._network, stack), read, check)
            else:
                self._take(ready, read)
        self._standing = wanted

    def _make(
        self,
        chains: Mapping[str, Sequence[Change]],
        read: Callable[[str], Tensor],
        check: Callable[[], None],
    ) -> None:
        """Change every tensor in turn, so that never more than one lies there twice."""
        for name in self._changed - chains.keys():
            self._restore(name, read)
        for name, chain in chains.items():
            check()
            if name not in self._parameters:
                continue
            parameter = self._parameters[name]
            if not _is_plain(parameter):
                raise CannotPatch(tensor=name)
            # Always from the original: in floats, W + d - d is not W.
            original = read(name) if name in self._changed else parameter.data
            # Rounded once at the end: in half precision several small changes would get lost.
            changed = original.to(torch.float32)
            for change in chain:
                changed = change(changed)
            self._replace(name, original, changed.to(parameter.dtype))

    def _take(self, ready: Mapping[str, Tensor], read: Callable[[str], Tensor]) -> None:
        for name in self._changed - ready.keys():
            self._restore(name, read)
        for name, tensor in ready.items():
            parameter = self._parameters[name]
            self._replace(name, parameter.data, tensor.to(parameter.device))

    def _replace(self, name: str, original: Tensor, changed: Tensor) -> None:
        parameter = self._parameters[name]
        if name not in self._changed and keeps_originals(parameter.device):
            self._originals[name] = original
        self._changed.add(name)
        parameter.data = changed.contiguous()

    def _restore(self, name: str, read: Callable[[str], Tensor]) -> None:
        self._parameters[name].data = read(name)
        self._originals.pop(name, None)
        self._changed.discard(name)

    def _give_back(self) -> None:
        """Restore all originals."""
        try:
            with ExitStack() as stack:
                read = self._reader(stack)
                for name in tuple(self._changed):
                    self._restore(name, read)
            self._standing = ()
        except BaseException:
            self.whole = False
            raise

    def _reader(self, stack: ExitStack) -> Callable[[str], Tensor]:
        """Gives the original of a tensor that is changed now, where that computes."""
        opened: dict[Weights, ReadAs] = {}

        def read(name: str) -> Tensor:
            parameter = self._parameters[name]
            if name in self._originals:
                return self._originals[name].to(parameter.device)
            source = next(found for found in self._sources if name in shapes_of(found))
            if source not in opened:
                opened[source] = stack.enter_context(open_weights(source))
            return opened[source](name, parameter.device, parameter.dtype)

        return read

    def _put_aside(self) -> None:
        """Keep the tensors of the standing patches, where there is plenty of room."""
        tensors = {name: self._parameters[name].data for name in self._changed}
        needed = sum(map(size_of, tensors.values()))
        if tensors and psutil.virtual_memory().available > _SPARE * needed:
            self._aside[self._standing] = {name: tensor.cpu() for name, tensor in tensors.items()}
        while len(self._aside) > _MOST_ASIDE:
            self._aside.popitem(last=False)


def keeps_originals(device: torch.device) -> bool:
    """Whether the originals are put aside, and not read again."""
    return device.type == "cpu"


def _is_plain(parameter: Tensor) -> bool:
    return parameter.is_floating_point() and type(parameter) is torch.nn.Parameter
