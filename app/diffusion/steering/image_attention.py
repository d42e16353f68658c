"""Lets a U-Net attend to pictures beside words, and takes that back without a trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from app.diffusion.loading.part_files import first_line
from app.diffusion.memory.moving import held_still
from app.diffusion.memory.shortage import pass_on_shortage
from app.sdk.errors import NodeError
from app.sdk.steering import AppliedImagePrompt


class Prompting(Protocol):
    """An image prompt with the tensors of its adapter."""

    applied: AppliedImagePrompt

    @property
    def identity(self) -> str:
        """A hash of all that acts."""

    @property
    def weights(self) -> Any:
        """The adapter's tensors, by ``image_proj`` and ``ip_adapter``."""


class DamagedPromptAdapter(NodeError):
    """An IP-Adapter lacks tensors, or has such of other shapes than the model has."""

    english = (
        "This IP-Adapter does not fit the model ({problem}): "
        "choose one made for it, or download it again."
    )


@dataclass
class _Changed:
    """A network that attends to pictures: which, and how it was before."""

    prompts: tuple[str, ...]
    processors: dict[str, Any]


_changed: WeakKeyDictionary[Any, _Changed] = WeakKeyDictionary()


def attend_to_pictures(module: Any, prompts: Sequence[Prompting]) -> None:
    """Have a U-Net attend to exactly these image prompts; to words alone where there are none.

    What is there already is left as it is, so that it costs nothing in most steps.
    """
    wanted = tuple(prompt.identity for prompt in prompts)
    found = _changed.get(module)
    if wanted == (found.prompts if found else ()):
        return
    with held_still(module):
        _restore(module)
        if prompts:
            _attend(module, prompts, wanted)


def _attend(module: Any, prompts: Sequence[Prompting], wanted: tuple[str, ...]) -> None:
    weights = [prompt.weights for prompt in prompts]
    _changed[module] = _Changed(wanted, dict(module.attn_processors))
    try:
        module._load_ip_adapter_weights(weights)
    except (RuntimeError, ValueError, KeyError, IndexError, NotImplementedError) as error:
        _restore(module)
        pass_on_shortage(error)
        raise DamagedPromptAdapter(problem=first_line(error)) from error
    for name, processor in module.attn_processors.items():
        if hasattr(processor, "to_k_ip"):
            processor.scale = [scale_at(prompt.applied, name) for prompt in prompts]


def scale_at(applied: AppliedImagePrompt, name: str) -> float:
    """How strongly an image prompt acts in the attention called ``name``."""
    if not applied.layers:
        return applied.strength
    for start, factor in applied.layers:
        if name.startswith(start + "."):
            return applied.strength * factor
    return 0.0


def _restore(module: Any) -> None:
    """Take back what was changed, down to the objects that were there."""
    before = _changed.pop(module, None)
    if before is not None:
        module.encoder_hid_proj = None  # it may have processors of its own
        module.set_attn_processor(before.processors)
        module.config.encoder_hid_dim_type = None
