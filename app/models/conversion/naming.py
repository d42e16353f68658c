"""Which tensors of a saved object are the weights, and what they are called in safetensors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.models.conversion.tensors import Tensor
from app.models.conversion.unpickling import Nothing

_WRAPPERS = ("state_dict", "params_ema", "params", "model_state_dict", "model", "module")
"""Under which names programs keep the weights beside what else they save, the best one first."""

_LEARNT = "string_to_param"
_MOST_TENSORS = 200_000
_LONGEST_NAME = 1024


def named_tensors(saved: Any) -> dict[str, Tensor]:
    """The weights by name; raises ValueError for more of them than any model has.

    Names of nested tables are joined by dots, as in IP-Adapters. The vectors of a learnt word are
    called ``emb_params``, as in safetensors of today.
    """
    found: dict[str, Tensor] = {}
    for name, tensor in _walk(_weights_in(saved), "", set()):
        if len(found) >= _MOST_TENSORS or len(name) > _LONGEST_NAME:
            raise ValueError("its list of tensors is of absurd length")
        found[name] = tensor
    return found


def _weights_in(saved: Any) -> Any:
    """What holds the weights: the object itself, or what a program wrapped around them."""
    if not isinstance(saved, Mapping):
        return {"tensor": saved} if isinstance(saved, Tensor) else {}
    if _LEARNT in saved:
        return {"emb_params": next((t for _, t in _walk(saved[_LEARNT], "", set())), None)}
    for name in _WRAPPERS:
        if any(True for _ in _walk(saved.get(name), "", set())):
            return saved[name]
    return saved


def _walk(value: Any, name: str, seen: set[int]) -> Iterator[tuple[str, Tensor]]:
    """Every tensor below a value, with its name. Each table is looked into once: a small file may
    say without an end that one table holds another."""
    if isinstance(value, Tensor):
        yield name, value
    if isinstance(value, Nothing):
        value = value.kept.get("_parameters") if isinstance(value.kept, Mapping) else None
    if isinstance(value, Mapping) and id(value) not in seen:
        seen.add(id(value))
        for key, each in value.items():
            if isinstance(key, str | int):
                yield from _walk(each, f"{name}.{key}" if name else str(key), seen)
