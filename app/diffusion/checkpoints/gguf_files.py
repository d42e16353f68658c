"""Networks in GGUF files: the package ``gguf`` reads them, diffusers computes with what is packed.

Format: ggml-org/ggml, docs/gguf.md. Linear layers keep their weights packed and unpack them when
they are used; everything else is unpacked when it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from app.diffusion.checkpoints.refusals import NeedsGguf, QuantisedFile
from app.diffusion.loading.part_files import first_line
from app.diffusion.loading.refusals import DamagedWeights


def check_can_read_gguf(file: Path) -> None:
    """Refuse ``file`` where the package that reads GGUF is not installed."""
    if find_spec("gguf") is None:
        raise NeedsGguf(file=file)


def read_gguf(file: Path) -> Callable[[str], Tensor]:
    """What reads tensors of ``file``; packed ones stay so."""
    check_can_read_gguf(file)
    from diffusers.quantizers.gguf.utils import SUPPORTED_GGUF_QUANT_TYPES, GGUFParameter
    from gguf import GGMLQuantizationType, GGUFReader

    try:
        tensors = {tensor.name: tensor for tensor in GGUFReader(file).tensors}
    except Exception as error:  # a damaged file may break the reader in any way
        raise DamagedWeights(file=file, problem=first_line(error)) from error
    plain = (GGMLQuantizationType.F32, GGMLQuantizationType.F16)

    def read(name: str) -> Tensor:
        found = tensors[name]
        numbers = torch.from_numpy(found.data.copy())
        if found.tensor_type in plain:
            return numbers
        if found.tensor_type not in SUPPORTED_GGUF_QUANT_TYPES:
            raise QuantisedFile(file=file, method=found.tensor_type.name)
        packed: Tensor = GGUFParameter(numbers, quant_type=found.tensor_type)
        return packed

    return read


def is_packed(tensor: Tensor) -> bool:
    """Whether a tensor keeps its numbers packed as in a GGUF file."""
    return hasattr(tensor, "quant_type")


def put_packed(
    module: torch.nn.Module, tensors: Mapping[str, Tensor], dtype: torch.dtype
) -> dict[str, Tensor]:
    """Give linear layers their packed weights, and hand back all other tensors, unpacked."""
    from diffusers import GGUFQuantizationConfig
    from diffusers.quantizers.gguf import GGUFQuantizer
    from diffusers.quantizers.gguf.utils import GGUFLinear, dequantize_gguf_tensor

    quantizer: Any = GGUFQuantizer(GGUFQuantizationConfig(compute_dtype=dtype))
    quantizer.preprocess_model(model=module, device_map=None, state_dict=dict(tensors))
    layers, left = dict(module.named_modules()), {}
    for name, tensor in tensors.items():
        layer, _, leaf = name.rpartition(".")
        if not is_packed(tensor):
            left[name] = tensor
        elif leaf == "weight" and isinstance(layers[layer], GGUFLinear):
            # load_state_dict would compare the packed shape with that of the layer
            layers[layer]._parameters[leaf] = tensor
        else:
            left[name] = dequantize_gguf_tensor(tensor).to(dtype)
    return left
