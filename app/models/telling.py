"""What makers and users say of a model: notes in its head, files beside it, a small picture."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.models.folder_configs import read_config
from app.models.records import Traits, plausible_side
from app.sdk.families import FLUX, SD1, SD2, SD3, SDXL

THUMBNAIL = 256
"""Pixels of the longer side."""

_LARGEST_PICTURE = 32 * 2**20
_MOST_PIXELS = 100 * 10**6
_MOST_WORDS = 24
_LONGEST_WORD = 120
_RESOLUTION = re.compile(r"\s*(\d{1,5})\s*[xX]\s*(\d{1,5})\s*")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp")

_BASES = (
    (("sdxl", "xl_base", "xl-base", "stable-diffusion-xl", "pony", "illustrious", "noobai"), SDXL),
    (("flux",), FLUX),
    (("sd 3", "sd3", "stable-diffusion-3", "stable diffusion 3"), SD3),
    (("sd 2", "sd_v2", "sd2", "stable-diffusion-v2", "stable-diffusion-2"), SD2),
    (("sd 1", "sd_v1", "sd1", "stable-diffusion-v1", "stable-diffusion-1"), SD1),
)
"""Families by what the name of the model that something was made for holds."""


def tell(traits: Traits, notes: Mapping[str, str], beside: Iterable[Path]) -> Traits:
    """``traits`` with what notes and files say; shapes of tensors count before any word."""
    files = list(beside)
    records = [read_config(file) for file in files if file.suffix in (".json", ".info")]
    base = _first([notes.get("modelspec.architecture"), notes.get("ss_base_model_version")])
    base = _first([_text(r, "baseModel", "sd version") for r in records]) or base
    words = [*_said(records), *_noted(notes)]
    pictures = [file for file in files if file.suffix.lower() in _PICTURES]
    return replace(
        traits,
        family=traits.family or family_of_base(base),
        base=base[:_LONGEST_WORD],
        words=tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in words if word))[:_MOST_WORDS],
        side=traits.side or _side(notes.get("modelspec.resolution", "")),
        thumbnail=_thumbnail(pictures, notes.get("modelspec.thumbnail", "")),
    )


def family_of_base(base: str) -> str:
    """The family of a model that something was made for; empty where the name says nothing."""
    plain = base.lower()
    return next((family for parts, family in _BASES if any(p in plain for p in parts)), "")


def _side(resolution: str) -> int:
    """The longer side of a resolution such as 1024x1024; 0 where it is none."""
    found = _RESOLUTION.fullmatch(resolution)
    return plausible_side(max(map(int, found.groups()))) if found else 0


def _first(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def _text(record: Mapping[str, Any], *names: str) -> str:
    found = (record.get(name) for name in names)
    return next((value.strip() for value in found if isinstance(value, str) and value), "")


def _said(records: Iterable[Mapping[str, Any]]) -> list[str]:
    """Words that files beside the model name."""
    words: list[str] = []
    for record in records:
        trained = record.get("trainedWords")
        if isinstance(trained, list):
            words += [each for each in trained if isinstance(each, str)]
        words += _text(record, "activation text").split(",")
    return [word.strip() for word in words]


def _noted(notes: Mapping[str, str]) -> list[str]:
    """Words in the head of the file: those its maker chose, then those it was trained with most."""
    chosen = notes.get("modelspec.trigger_phrase", "").split(",")
    counted: Counter[str] = Counter()
    for tags in _object(notes.get("ss_tag_frequency", "")).values():
        for tag, count in tags.items() if isinstance(tags, dict) else ():
            if type(count) is int and isinstance(tag, str):
                counted[tag.strip()] += count
    return [word.strip() for word in chosen] + [tag for tag, _ in counted.most_common(_MOST_WORDS)]


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _thumbnail(pictures: Iterable[Path], embedded: str) -> bytes:
    """The first picture that can be read, small and as JPEG; empty where none can."""
    for file in pictures:
        try:
            content = file.read_bytes() if file.stat().st_size <= _LARGEST_PICTURE else b""
        except OSError:
            continue
        if small := shrunk(content):
            return small
    head, _, data = embedded.partition(",")
    if not head.startswith("data:image/") or len(data) > _LARGEST_PICTURE:
        return b""
    try:
        return shrunk(base64.b64decode(data, validate=True))
    except binascii.Error:
        return b""


def shrunk(content: bytes) -> bytes:
    """A picture made small, as JPEG; empty where it is none, or of absurd size."""
    from PIL import Image, UnidentifiedImageError  # the window shows itself without

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return b""
            picture.thumbnail((THUMBNAIL, THUMBNAIL))
            small = io.BytesIO()
            picture.convert("RGB").save(small, "JPEG", quality=85)
            return small.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
