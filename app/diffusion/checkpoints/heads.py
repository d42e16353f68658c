"""The head of a weight file, after a look at what no weight file has."""

from __future__ import annotations

import re
from pathlib import Path

from app.diffusion.checkpoints.refusals import OddNames, PickleInDisguise, QuantisedFile
from app.diffusion.loading.safetensors_files import places_in
from app.sdk.weight_heads import LARGEST_HEAD, WeightHead, read_head

_ZIP, _MARK = b"PK\x03\x04", 0x80
_NEWEST_PROTOCOL = 5
_INNER_NAME = re.compile(r"(^|\.)__\w+__(\.|$)")
_PACKED = {
    ".quant_state.bitsandbytes__": "bitsandbytes",
    ".absmax": "bitsandbytes",
    ".qweight": "SVDQuant, GPTQ or AWQ",
    ".comfy_quant": "ComfyUI",
    ".weight_packed": "compressed-tensors",
}
"""What names hold where numbers are packed, and by whom."""


def checked_head(file: Path) -> WeightHead:
    """The head of ``file``; refuses pickles, packed numbers and names that no model has.

    Nothing but the head is read. Raises NodeErrors and OSError.
    """
    if _is_pickle(file):
        raise PickleInDisguise(file=file)
    if file.suffix.lower() != ".gguf":
        places_in(file)  # refuses tensors that overlap or are cut off
    head = read_head(file)
    for name in head.shapes:
        if _INNER_NAME.search(name):
            raise OddNames(file=file, name=name[:100])
        method = next((word for part, word in _PACKED.items() if part in name), None)
        if method:
            raise QuantisedFile(file=file, method=method)
    return head


def _is_pickle(file: Path) -> bool:
    """Whether a file begins as ``torch.save`` and ``pickle.dump`` let it begin.

    The mark of a pickle could be the length of a safetensors head, too, but then of an absurd one.
    """
    with file.open("rb") as opened:
        start = opened.read(8)
    if start.startswith(_ZIP):
        return True
    marked = len(start) > 1 and start[0] == _MARK and 2 <= start[1] <= _NEWEST_PROTOCOL
    return marked and int.from_bytes(start, "little") > LARGEST_HEAD
