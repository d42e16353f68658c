"""Walks through model folders: which folders and files in them may be models."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.models.folder_configs import folder_kind
from app.sdk.weight_heads import SUFFIXES

DEEPEST = 4
"""How many folders below a model folder are looked through."""

_PARTS = frozenset({".json", ".safetensors", ".txt", ".model", ".gguf"})
_OF_A_FOLDER = re.compile(r"(diffusion_pytorch_model|pytorch_model|model)(\.\w+)?\.safetensors")
_SHARD = re.compile(r"-\d{5}-of-\d{5}\.safetensors$")
_MOST_PARTS = 2000

BESIDE = (".preview.png", ".png", ".jpg", ".jpeg", ".webp", ".civitai.info", ".json", ".source")
"""How the names of files end that tell of a model file of the same stem."""


@dataclass(frozen=True)
class Candidate:
    """A folder or a file that may be a model, and the ``beside`` files that tell of it."""

    name: str
    path: Path
    stamp: str
    size: int
    modified: float
    beside: tuple[Path, ...] = ()
    is_folder: bool = False


def candidates(folder: Path, check: Callable[[], None]) -> Iterator[Candidate]:
    """What may be a model below ``folder``; ``check`` is called often, to stop by raising.

    Model folders are not looked into further, and no link is followed in a ring.
    """
    seen: set[str] = set()
    for place, inner, files in os.walk(folder, followlinks=True):
        check()
        real, path = os.path.realpath(place), Path(place)
        is_model = real not in seen and bool(folder_kind(path, files))
        if real in seen or is_model or len(path.relative_to(folder).parts) >= DEEPEST:
            inner.clear()
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if is_model:
            yield _folder(folder, path)
        elif real not in seen:
            yield from _files(folder, path, files, check)
        seen.add(real)


def candidate_at(folder: Path, path: Path) -> Candidate | None:
    """What may be a model at one place below ``folder``; raises OSError."""
    if path.is_dir():
        files = [each.name for each in path.iterdir()]
        return _folder(folder, path) if folder_kind(path, files) else None
    return next(_files(folder, path.parent, [path.name], lambda: None), None)


def _folder(folder: Path, path: Path) -> Candidate:
    whole, size, latest = hashlib.sha256(), 0, 0
    for part in _parts(path):
        try:
            found = part.stat()
        except OSError:  # gone by now, or a link to nowhere
            continue
        whole.update(f"{part.name}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}\n".encode())
        size, latest = size + found.st_size, max(latest, found.st_mtime_ns)
    name = path.relative_to(folder).as_posix()
    beside = tuple(each for each in _beside(path, None) if each.exists())
    return Candidate(
        folder.name if name == "." else name,
        path,
        whole.hexdigest() + _stamps(beside),
        size,
        latest / 1e9,
        beside,
        True,
    )


def _parts(path: Path) -> list[Path]:
    found: list[Path] = []
    for place, _, files in os.walk(path):
        found += [Path(place, name) for name in files if Path(name).suffix.lower() in _PARTS]
        if len(found) > _MOST_PARTS:
            break
    return sorted(found)


def _files(
    folder: Path, path: Path, files: Sequence[str], check: Callable[[], None]
) -> Iterator[Candidate]:
    """The weight files in one place; those that only make sense with a config are left out."""
    names = frozenset(files)
    for name in sorted(names):
        if not name.lower().endswith(SUFFIXES) or name.startswith(".") or _SHARD.search(name):
            continue
        if "config.json" in names and _OF_A_FOLDER.fullmatch(name):
            continue
        check()
        try:
            found = (path / name).stat()
        except OSError:  # gone by now, or a link to nowhere
            continue
        if not stat.S_ISREG(found.st_mode):  # a pipe may never come to an end
            continue
        beside = tuple(each for each in _beside(path / name, names) if each.is_file())
        stamp = f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"
        yield Candidate(
            (path / name).relative_to(folder).as_posix(),
            path / name,
            stamp + _stamps(beside),
            found.st_size,
            found.st_mtime,
            beside,
        )


def _beside(path: Path, names: frozenset[str] | None) -> Iterator[Path]:
    """Files that may tell of a model; ``names`` are those in its folder where they are known."""
    stem = path.name if names is None else path.stem
    for end in BESIDE:
        if names is None or len(names) == 1 or stem + end in names:
            yield path.parent / (stem + end)


def _stamps(beside: Sequence[Path]) -> str:
    return "".join(f"|{each.name}:{each.stat().st_mtime_ns}" for each in beside)
