"""Flux's tensors under the names of Black Forest Labs, as diffusers calls them.

diffusers has the same for the one width of the published models; here widths are read from the
tensors. Names: github.com/black-forest-labs/flux, src/flux/model.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import torch
from torch import Tensor

_OUTSIDE = {
    "time_in.in_layer": "time_text_embed.timestep_embedder.linear_1",
    "time_in.out_layer": "time_text_embed.timestep_embedder.linear_2",
    "vector_in.in_layer": "time_text_embed.text_embedder.linear_1",
    "vector_in.out_layer": "time_text_embed.text_embedder.linear_2",
    "guidance_in.in_layer": "time_text_embed.guidance_embedder.linear_1",
    "guidance_in.out_layer": "time_text_embed.guidance_embedder.linear_2",
    "txt_in": "context_embedder",
    "img_in": "x_embedder",
    "final_layer.linear": "proj_out",
}
_DOUBLE = {
    "img_mod.lin": "norm1.linear",
    "txt_mod.lin": "norm1_context.linear",
    "img_attn.norm.query_norm": "attn.norm_q",
    "img_attn.norm.key_norm": "attn.norm_k",
    "txt_attn.norm.query_norm": "attn.norm_added_q",
    "txt_attn.norm.key_norm": "attn.norm_added_k",
    "img_mlp.0": "ff.net.0.proj",
    "img_mlp.2": "ff.net.2",
    "txt_mlp.0": "ff_context.net.0.proj",
    "txt_mlp.2": "ff_context.net.2",
    "img_attn.proj": "attn.to_out.0",
    "txt_attn.proj": "attn.to_add_out",
}
_SINGLE = {
    "modulation.lin": "norm.linear",
    "norm.query_norm": "attn.norm_q",
    "norm.key_norm": "attn.norm_k",
    "linear2": "proj_out",
}
_JOINED = {
    "img_attn.qkv": ("attn.to_q", "attn.to_k", "attn.to_v"),
    "txt_attn.qkv": ("attn.add_q_proj", "attn.add_k_proj", "attn.add_v_proj"),
    "linear1": ("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp"),
}
"""Several layers in one tensor, one below the other."""

_BLOCK = re.compile(r"(double_blocks|single_blocks)\.(\d+)\.(.+)")
_BLOCKS = {
    "double_blocks": ("transformer_blocks", _DOUBLE),
    "single_blocks": ("single_transformer_blocks", _SINGLE),
}
_SWAPPED = "final_layer.adaLN_modulation.1"


def convert_flux(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors under today's names; those that no Flux has are left out."""
    converted: dict[str, Tensor] = {}
    width = tensors["img_in.weight"].shape[0]
    for name, tensor in tensors.items():
        layer, _, leaf = name.rpartition(".")
        leaf = "weight" if leaf == "scale" else leaf
        for new, part in _renamed(layer, tensor, width):
            converted[f"{new}.{leaf}"] = part
    return converted


def published_layers(doubles: int, singles: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The layers of a Flux with so many blocks: the published name, and today's one or several."""
    for name, layer in (*_OUTSIDE.items(), (_SWAPPED, "norm_out.linear")):
        yield name, (layer,)
    for kind, count in (("double_blocks", doubles), ("single_blocks", singles)):
        blocks, names = _BLOCKS[kind]
        inner = {name: (layer,) for name, layer in names.items()}
        for number in range(count):
            for name, layers in {**inner, **_JOINED}.items():
                found = tuple(f"{blocks}.{number}.{layer}" for layer in layers)
                yield f"{kind}.{number}.{name}", found


def _renamed(layer: str, tensor: Tensor, width: int) -> Iterator[tuple[str, Tensor]]:
    if layer in _OUTSIDE:
        yield _OUTSIDE[layer], tensor
    elif layer == _SWAPPED:
        shift, scale = tensor.chunk(2, dim=0)
        yield "norm_out.linear", torch.cat([scale, shift], dim=0)
    elif block := _BLOCK.fullmatch(layer):
        kind, number, inner = block.groups()
        blocks, names = _BLOCKS[kind]
        for name, part in _in_block(inner, names, tensor, width):
            yield f"{blocks}.{number}.{name}", part


def _in_block(
    layer: str, names: Mapping[str, str], tensor: Tensor, width: int
) -> Iterator[tuple[str, Tensor]]:
    if layer in names:
        yield names[layer], tensor
    elif layer in _JOINED:
        parts = _JOINED[layer]
        ends = [width * index for index in range(len(parts))] + [tensor.shape[0]]
        for name, (start, end) in zip(parts, pairwise(ends), strict=True):
            yield name, torch.cat([tensor[start:end]])  # a copy: else all of them stay in memory
