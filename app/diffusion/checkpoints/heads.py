"""The head of a weight file, after a look at what no weight file has."""

from __future__ import annotations

import re
from pathlib import Path

from app.diffusion.checkpoints.refusals import OddNames, PickleInDisguise, QuantisedFile
from app.diffusion.loading.safetensors_files import places_in
from app.sdk.weight_heads import WeightHead, begins_as_pickle, read_head

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
    with file.open("rb") as opened:
        is_pickle = begins_as_pickle(opened.read(8))
    if is_pickle:
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
