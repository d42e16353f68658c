"""What the layers of networks were called where they were first published.

Trainers keep these names. They are made here from today's names of a network at hand, so that
nothing need be guessed from the names in a file:

* U-Nets: CompVis/latent-diffusion, ldm/modules/diffusionmodules/openaimodel.py;
* SD 3: Stability-AI/sd3-ref, mmditx.py;
* Flux: see app/diffusion/checkpoints/flux_names.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.diffusion.checkpoints.flux_names import published_layers

_RESNET = {
    "conv1": "in_layers.2",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
    "norm1": "in_layers.0",
    "norm2": "out_layers.0",
}
_UNET = {
    "conv_in": "input_blocks.0.0",
    "conv_out": "out.2",
    "conv_norm_out": "out.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
}
_BLOCK = re.compile(
    r"(down_blocks|up_blocks)\.(\d+)\.(resnets|attentions|downsamplers|upsamplers)\.(\d+)\.(.+)"
)
_MIDDLE = re.compile(r"mid_block\.(resnets|attentions)\.(\d+)\.(.+)")

_SD3 = {
    "x_embedder.proj": "pos_embed.proj",
    "context_embedder": "context_embedder",
    "t_embedder.mlp.0": "time_text_embed.timestep_embedder.linear_1",
    "t_embedder.mlp.2": "time_text_embed.timestep_embedder.linear_2",
    "y_embedder.mlp.0": "time_text_embed.text_embedder.linear_1",
    "y_embedder.mlp.2": "time_text_embed.text_embedder.linear_2",
    "final_layer.linear": "proj_out",
}
_SD3_BLOCK = {
    "x_block.attn.qkv": ("attn.to_q", "attn.to_k", "attn.to_v"),
    "x_block.attn.proj": ("attn.to_out.0",),
    "x_block.attn2.qkv": ("attn2.to_q", "attn2.to_k", "attn2.to_v"),
    "x_block.attn2.proj": ("attn2.to_out.0",),
    "x_block.mlp.fc1": ("ff.net.0.proj",),
    "x_block.mlp.fc2": ("ff.net.2",),
    "x_block.adaLN_modulation.1": ("norm1.linear",),
    "context_block.attn.qkv": ("attn.add_q_proj", "attn.add_k_proj", "attn.add_v_proj"),
    "context_block.attn.proj": ("attn.to_add_out",),
    "context_block.mlp.fc1": ("ff_context.net.0.proj",),
    "context_block.mlp.fc2": ("ff_context.net.2",),
    "context_block.adaLN_modulation.1": ("norm1_context.linear",),
}
_SWAPPED = "final_layer.adaLN_modulation.1"


class Target(NamedTuple):
    """Which layers one of a file stands for: several lie one below the other.

    ``swapped``: its two halves have changed places since.
    """

    layers: tuple[str, ...]
    swapped: bool = False


def published_names(layers: Collection[str]) -> Iterator[tuple[str, Target]]:
    """The published names of a network's layers, which are given by today's names."""
    if any(layer.startswith("single_transformer_blocks.") for layer in layers):
        names = published_layers(_count(layers, ""), _count(layers, "single_"))
        yield from ((name, Target(found, name == _SWAPPED)) for name, found in names)
    elif any(layer.startswith("transformer_blocks.") for layer in layers):
        yield from _sd3_names(layers)
    else:
        yield from ((name, Target((layer,))) for name, layer in _unet_names(layers))


def _count(layers: Collection[str], start: str) -> int:
    """How many transformer blocks there are."""
    known = (re.match(rf"{start}transformer_blocks\.(\d+)\.", layer) for layer in layers)
    return 1 + max((int(found[1]) for found in known if found), default=-1)


def _sd3_names(layers: Collection[str]) -> Iterator[tuple[str, Target]]:
    for name, layer in _SD3.items():
        yield name, Target((layer,))
    yield _SWAPPED, Target(("norm_out.linear",), swapped=True)
    last = _count(layers, "") - 1
    for block in range(last + 1):
        for inner, parts in _SD3_BLOCK.items():
            name = f"joint_blocks.{block}.{inner}"
            found = tuple(f"transformer_blocks.{block}.{part}" for part in parts)
            yield name, Target(found, block == last and parts == ("norm1_context.linear",))


def _unet_names(layers: Collection[str]) -> Iterator[tuple[str, str]]:
    places = [found for layer in layers if (found := _BLOCK.fullmatch(layer))]
    down = [place for place in places if place[1] == "down_blocks" and place[3] == "resnets"]
    deep = 1 + max((int(place[4]) for place in down), default=0)
    attending = {place[2] for place in places if place[1] == "up_blocks" and "att" in place[3]}
    for layer in layers:
        if layer in _UNET:
            yield _UNET[layer], layer
        elif found := _BLOCK.fullmatch(layer):
            yield _in_block(found, deep, found[2] in attending), layer
        elif found := _MIDDLE.fullmatch(layer):
            place = 1 if found[1] == "attentions" else 2 * int(found[2])
            yield f"middle_block.{place}.{_inner(found[1], found[3])}", layer


def _in_block(found: re.Match[str], deep: int, attends: bool) -> str:
    """``deep``: how many resnets each down block has; up blocks have one more."""
    kind, block, place = found[3], int(found[2]), int(found[4])
    if kind == "downsamplers":
        return f"input_blocks.{(block + 1) * (deep + 1)}.0.op"
    if kind == "upsamplers":
        return f"output_blocks.{block * (deep + 1) + deep}.{2 if attends else 1}.conv"
    inner = f"{1 if kind == 'attentions' else 0}.{_inner(kind, found[5])}"
    if found[1] == "down_blocks":
        return f"input_blocks.{1 + block * (deep + 1) + place}.{inner}"
    return f"output_blocks.{block * (deep + 1) + place}.{inner}"


def _inner(kind: str, name: str) -> str:
    return _RESNET.get(name, name) if kind == "resnets" else name
