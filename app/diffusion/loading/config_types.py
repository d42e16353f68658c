"""Values in the config of a network that are of another kind than its class takes.

A class builds itself from many wrong values without a word, and fails much later in the middle of
its work. What it takes is read from the annotations of its own constructor or fields.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import diffusers
import transformers

from app.diffusion.loading.parts import CLIP_KEYS, PARTS, T5_KEYS, VISION_KEYS
from app.diffusion.loading.refusals import DamagedConfig

_LARGEST = 2**31
_LONGEST = 60


ENCODERS = {
    "CLIPTextModel": ("CLIPTextConfig", CLIP_KEYS),
    "CLIPTextModelWithProjection": ("CLIPTextConfig", CLIP_KEYS),
    "CLIPVisionModelWithProjection": ("CLIPVisionConfig", VISION_KEYS),
    "T5EncoderModel": ("T5Config", T5_KEYS),
}
"""Encoders with the class of their config, and with what is taken from it."""


def architecture(config: Mapping[str, Any]) -> str:
    """The class of an encoder, one of those that were allowed when its config was read."""
    named = config.get("architectures")
    first = named[0] if isinstance(named, list) and named else named
    return str(first or "CLIPTextModel")


def check_values(part: str, config: Mapping[str, Any], file: Path) -> None:
    """Refuse a config with a value that the class of this part cannot take."""
    names: Iterable[str] = config
    if PARTS[part].library == "diffusers":
        kind = getattr(diffusers, str(config.get("_class_name") or PARTS[part].usual))
    elif architecture(config) in ENCODERS:
        named, names = ENCODERS[architecture(config)]
        kind = getattr(transformers, named)
    else:
        return
    problem = wrong_value(kind, config, names)
    if problem:
        raise DamagedConfig(file=file, problem=problem)


def wrong_value(kind: type, config: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first of these values that ``kind`` cannot take, in words; empty if there is none."""
    hints, known = _hints(kind), inspect.signature(kind).parameters
    for name in names:
        if name not in config or name not in hints or _is_usual(config[name], known.get(name)):
            continue
        if _is_below(name, config[name]) or not _fits(config[name], hints[name]):
            shown = str(config[name])
            return f"{name} is {shown if len(shown) <= _LONGEST else shown[:_LONGEST] + '…'}"
    return ""


def _is_below(name: str, value: Any) -> bool:
    """Whether a number is negative that counts or measures something; ids may be."""
    return isinstance(value, int) and value < 0 and not name.endswith("_token_id")


def _is_usual(value: Any, parameter: inspect.Parameter | None) -> bool:
    """Whether a value is the one that is taken anyway, which annotations do not always allow."""
    usual = parameter.default if parameter else parameter
    return type(value) is type(usual) and bool(value == usual)


@lru_cache(maxsize=64)
def _hints(kind: type) -> Mapping[str, Any]:
    """What each value should be; nothing is known of one whose annotation cannot be read."""
    try:
        built_from = get_type_hints(inspect.unwrap(vars(kind)["__init__"]))
    except (NameError, TypeError, KeyError):
        built_from = {}
    return {**inspect.get_annotations(kind), **built_from}


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value of a JSON file is what an annotation says; unknown annotations take all."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in get_args(hint))
    if origin is Literal:
        return value in get_args(hint)
    sequence = origin or hint
    if sequence in (tuple, list):
        inner = [each for each in get_args(hint) if each is not ...]
        listed = isinstance(value, list | tuple)
        return listed and all(_fits_any(each, inner) for each in value)
    return _is_plain(value, hint)


def _fits_any(value: Any, hints: list[Any]) -> bool:
    """Whether an item of a list fits; lists within lists are often left out of annotations."""
    if isinstance(value, list | tuple):
        return all(_fits_any(each, hints) for each in value)
    return not hints or any(_fits(value, hint) or get_origin(hint) is not None for hint in hints)


def _is_plain(value: Any, hint: Any) -> bool:
    if hint is bool:  # older files say null for no
        return value is None or isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool) and -1 <= value < _LARGEST
    if hint is float:
        return isinstance(value, int | float) and abs(value) < _LARGEST  # which NaN is not
    if hint is str:
        return isinstance(value, str)
    return value is None if hint is type(None) else True
