"""Which layers of which network a name in a LoRA file stands for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from app.diffusion import families
from app.diffusion.patches.published_names import Target, published_names

_NETWORK = "network"
_T5 = "t5"
_STARTS: tuple[tuple[str, str], ...] = (
    ("lora_te1_", "text_encoder"),
    ("lora_te2_", "text_encoder_2"),
    ("lora_te3_", _T5),
    ("lora_te_", "text_encoder"),
    ("text_encoder.", "text_encoder"),
    ("text_encoder_2.", "text_encoder_2"),
    ("text_encoder_3.", "text_encoder_3"),
    ("text_encoders.clip_l.transformer.", "text_encoder"),
    ("text_encoders.clip_g.transformer.", "text_encoder_2"),
    ("text_encoders.t5xxl.transformer.", _T5),
    ("lora_unet_", _NETWORK),
    ("lora_transformer_", _NETWORK),
    ("lycoris_", _NETWORK),
    ("unet.", _NETWORK),
    ("transformer.", _NETWORK),
    ("model.diffusion_model.", _NETWORK),
    ("diffusion_model.", _NETWORK),
    ("base_model.model.", _NETWORK),
)
"""How names begin, and which part of a model that is; anything else is the network."""

_OLD_ROLES = {"_to_q": "_q_proj", "_to_k": "_k_proj", "_to_v": "_v_proj", "_to_out": "_out_proj"}
"""What diffusers once called the attention of text encoders."""


def part_of(layer: str, family: str) -> tuple[str, str]:
    """The part of a model that a layer in a file belongs to, and the rest of its name."""
    start, part = next((found for found in _STARTS if layer.startswith(found[0])), ("", _NETWORK))
    if part == _NETWORK:
        part = families.of(family).network
    elif part == _T5:
        part = families.of(family).encoders[-1].part
    return part, layer.removeprefix(start)


class LayerNames:
    """The layers of one network, to be found by any name that files have for them.

    Dots and underscores count alike: kohya's trainers write only underscores.
    """

    def __init__(self, tensors: frozenset[str]) -> None:
        layers = {name.removesuffix(".weight") for name in tensors if name.endswith(".weight")}
        self._targets = {
            _plain(name): target
            for name, target in published_names(layers)
            if layers.issuperset(target.layers)
        }
        self._targets |= {_plain(layer): Target((layer,)) for layer in layers}

    def find(self, name: str) -> Target | None:
        """The layers that a name stands for, without the start that names the part."""
        plain = _plain(name).replace("_processor_", "_")
        for spelling in _spellings(plain):
            found = self._targets.get(spelling)
            if found is not None:
                return found
        return None


@lru_cache(maxsize=16)
def layer_names(tensors: frozenset[str]) -> LayerNames:
    """``LayerNames`` for the tensors of a network; kept, because it takes some milliseconds."""
    return LayerNames(tensors)


def _plain(name: str) -> str:
    return name.replace(".", "_")


def _spellings(name: str) -> tuple[str, ...]:
    """How a name may stand in the index: text encoders have lost, or kept, a level."""
    inner = name.removeprefix("text_model_")
    olds = (name[: -len(end)] + new for end, new in _OLD_ROLES.items() if name.endswith(end))
    older = next(olds, name).removeprefix("text_model_")
    return name, f"{name}_0", inner, f"text_model_{inner}", older, f"text_model_{older}"


def rows_of(target: Target, shapes: Mapping[str, tuple[int, ...]]) -> list[slice]:
    """Which rows of a joined layer each of its parts has."""
    ends = [0]
    for layer in target.layers:
        ends.append(ends[-1] + shapes[f"{layer}.weight"][0])
    return [slice(start, end) for start, end in pairwise(ends)]
