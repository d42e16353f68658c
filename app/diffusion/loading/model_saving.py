"""Saves models under a free name, so that none is ever lost or half written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import torch

from app.diffusion.loading.model_writing import Progress, Whole, write_model, write_weights
from app.diffusion.loading.weights import shapes_of
from app.diffusion.pictures.saving import CannotSave, Name
from app.sdk.errors import NodeError
from app.sdk.models import VAE, Model, TextModel
from app.sdk.values import SavedFile

_ROOM_BESIDE = 2**26
"""Bytes for configs and tokenizers."""


class NoRoom(NodeError):
    """A model is larger than what is free on the drive."""

    english = (
        "The model takes {needed:.1f} GB, but only {free:.1f} GB are free in {folder}: "
        "free some, or save in half precision."
    )


class PartMissing(NodeError):
    """A whole model lacks a part."""

    english = (
        "A whole model needs text encoders and a VAE: connect both, or save the network alone."
    )


def save_whole(
    folder: Path,
    name: Name,
    parts: tuple[Model, TextModel | None, VAE | None],
    dtype: torch.dtype,
    progress: Progress,
) -> tuple[SavedFile, ...]:
    """Save a model as a new folder in the diffusers layout; gives all its files.

    Raises CannotSave, NoRoom and PartMissing, and the refusals of patches that do not fit.
    """
    model, text_model, vae = parts
    if text_model is None or vae is None:
        raise PartMissing
    whole = Whole(model, text_model, vae)

    def write(part: Path) -> None:
        part.mkdir()
        write_model(part, whole, dtype, progress)

    made = _save(folder, name, whole.bytes_needed(dtype), write)
    return tuple(_saved(file) for file in sorted(made.rglob("*")) if file.is_file())


def save_network(
    folder: Path, name: Name, model: Model, dtype: torch.dtype, progress: Progress
) -> tuple[SavedFile, ...]:
    """Save the network alone as one file, under the names that diffusers has for its tensors."""
    shapes = shapes_of(model.weights)

    def write(part: Path) -> None:
        for done, _ in enumerate(write_weights(part, model.weights, model.patches, dtype), 1):
            progress(done, len(shapes))

    needed = sum(torch.Size(shape).numel() for shape in shapes.values()) * dtype.itemsize
    return (_saved(_save(folder, name, needed, write)),)


def _save(folder: Path, name: Name, needed: int, write: Callable[[Path], None]) -> Path:
    """Have something written beside its place, then give it the next free name."""
    part = folder / f".{uuid4().hex}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        if free < needed + _ROOM_BESIDE:
            raise NoRoom(needed=needed / 2**30, free=free / 2**30, folder=folder)
        write(part)
        return _take_name(part, folder, name)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise CannotSave(folder=folder, problem=problem) from error
    finally:
        _remove(part)


def _take_name(part: Path, folder: Path, name: Name) -> Path:
    number = name.next_number(folder)
    while (place := folder / name.with_number(number)).exists():
        number += 1
    part.rename(place)
    return place


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


def _saved(file: Path) -> SavedFile:
    status = file.stat()
    return SavedFile(str(file), status.st_size, status.st_mtime_ns)
