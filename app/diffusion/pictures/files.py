"""Pictures from files to tensors and back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import numpy
import torch
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError
from torch import Tensor

from app.diffusion.pictures.png_texts import without_texts
from app.sdk.errors import NodeError
from app.sdk.values import Image, Mask

Format = Literal["PNG", "JPEG", "WebP"]

LARGEST = 100_000_000
"""Most pixels a picture may have: as floats these take 1.2 GB."""

# Pillow can open more, but some of those start other programs or are documents.
_OPENED = ("PNG", "JPEG", "WEBP", "BMP", "DIB", "TIFF", "GIF", "PPM", "TGA", "ICO", "AVIF")


class NoPicture(NodeError):
    """The path is empty."""

    english = "No picture is chosen: choose a file."


class MissingPicture(NodeError):
    """There is no file at the path."""

    english = "There is no picture file at {path}: choose another one, or put it back."


class NotAPicture(NodeError):
    """The file is of no known format."""

    english = "{path} is not a picture that can be read: choose a PNG, JPEG, WebP or TIFF file."


class DamagedPicture(NodeError):
    """The file begins like a picture but cannot be read to its end."""

    english = "{path} is damaged or cut off ({problem}): copy or download it again."


class TooLargePicture(NodeError):
    """The file unpacks to more pixels than fit into memory with any certainty."""

    english = (
        "{path} has more than {most} million pixels, which is too many: make it smaller first."
    )


class UnreadablePicture(NodeError):
    """The system does not let us read the file."""

    english = "{path} cannot be read ({problem}): check its permissions."


class CannotEncode(NodeError):
    """The format cannot hold such a picture."""

    english = "A picture of {width} x {height} cannot be saved as {format} ({problem}): choose PNG."


def load(path: Path) -> tuple[Image, Mask]:
    """The first frame of a picture file, turned upright, and where it is transparent.

    The picture is (1, 3, height, width) in 0 to 1; 16-bit greys keep their depth, CMYK and
    palettes become RGB. The mask is (1, 1, height, width): 1 where the file is transparent, that is
    where something may be painted, and 0 everywhere if it has no transparency. Raises NodeError.
    """
    if not path.is_file():
        raise MissingPicture(path=path)
    try:
        return _read(path)
    except NodeError:
        raise
    except UnidentifiedImageError:
        raise NotAPicture(path=path) from None
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning, MemoryError):
        raise _too_large(path) from None
    except PermissionError as error:
        raise UnreadablePicture(path=path, problem=error.strerror) from error
    except Exception as error:  # a decoder fails in many ways on a damaged file
        problem = " ".join(str(error).split()).rstrip(".") or type(error).__name__
        raise DamagedPicture(path=path, problem=problem) from error


def encode(pixels: Tensor, format: Format, quality: int, metadata: dict[str, Any]) -> bytes:
    """One picture, (3, height, width) in 0 to 1, as the bytes of a file.

    ``quality`` is 1 to 100 and counts for JPEG and WebP; WebP keeps every pixel at 100.
    ``metadata`` are further options of Pillow for this format. Numbers are rounded as diffusers'
    ``numpy_to_pil`` does.
    """
    rows = (pixels.permute(1, 2, 0) * 255).round().clamp(0, 255).to(torch.uint8).numpy()
    options: dict[Format, dict[str, Any]] = {
        "PNG": {},
        "JPEG": {"quality": quality, "subsampling": 0 if quality > 90 else 2},
        "WebP": {"quality": quality, "lossless": quality == 100},
    }
    written = BytesIO()
    try:
        Pillow.fromarray(rows).save(written, format, **options[format], **metadata)
    except (OSError, ValueError, SystemError) as error:
        height, width, _ = rows.shape
        raise CannotEncode(width=width, height=height, format=format, problem=error) from error
    return written.getvalue()


def _read(path: Path) -> tuple[Image, Mask]:
    try:
        return _unpacked(path, path)
    except ValueError:  # texts beside the pixels are too large for Pillow
        bare = without_texts(path)
        if bare is None:
            raise
        return _unpacked(path, bare)


def _unpacked(path: Path, source: Path | BytesIO) -> tuple[Image, Mask]:
    with Pillow.open(source, formats=_OPENED) as opened:
        if opened.width * opened.height > LARGEST:
            raise _too_large(path)
        upright = _upright(opened)
        if (
            upright.width * upright.height > LARGEST
        ):  # an icon may hold a larger picture than it says
            raise _too_large(path)
        return _tensors(upright)


def _too_large(path: Path) -> TooLargePicture:
    return TooLargePicture(path=path, most=LARGEST // 1_000_000)


def _upright(picture: Pillow.Image) -> Pillow.Image:
    """The picture as its EXIF says it should be held; broken EXIF does not count."""
    picture.load()
    try:
        return ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError):
        return picture


def _tensors(picture: Pillow.Image) -> tuple[Image, Mask]:
    deep = picture.mode.startswith("I") or picture.mode == "F"
    if deep:
        grey = _deep(picture)
        planes = numpy.broadcast_to(grey, (3, *grey.shape))
        clear = numpy.zeros_like(grey)
    else:
        has_alpha = picture.has_transparency_data
        wide = numpy.asarray(picture.convert("RGBA" if has_alpha else "RGB"))
        planes = _fractions(wide[..., :3].transpose(2, 0, 1))
        height, width = wide.shape[:2]
        clear = numpy.zeros((height, width), numpy.float32)
        if has_alpha:
            clear = 1.0 - _fractions(wide[..., 3])
    return Image(_owned(planes)[None]), Mask(_owned(clear)[None, None])


def _fractions(values: NDArray[numpy.uint8]) -> NDArray[numpy.float32]:
    """0 to 255 as 0 to 1, contiguous, with nothing of their size in between."""
    whole = numpy.empty(values.shape, numpy.float32)
    return numpy.divide(values, numpy.float32(255.0), out=whole, dtype=numpy.float32)


def _deep(picture: Pillow.Image) -> NDArray[numpy.float32]:
    """A grey picture of more than 8 bits as (height, width) in 0 to 1.

    Floats are taken as they are, integers as 16 bits.
    """
    values = numpy.asarray(picture).astype(numpy.float32)
    scale = 1.0 if picture.mode == "F" else 65535.0
    scaled: NDArray[numpy.float32] = numpy.nan_to_num(values / numpy.float32(scale), nan=0.0)
    return scaled.clip(0.0, 1.0)


def _owned(array: NDArray[numpy.float32]) -> Tensor:
    """A tensor with its own contiguous memory; what owns its memory already is not copied."""
    owns = array.flags.c_contiguous and array.base is None
    return torch.from_numpy(array if owns else numpy.array(array, numpy.float32, order="C"))
