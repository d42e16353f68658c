"""Networks under the names of the programs that first published them, for files in tests.

Written from those programs' own modules, so that it does not share a mistake with the loader:
CompVis/stable-diffusion ``openaimodel.py`` and ``model.py``, Stability's generative-models,
lllyasviel's cldm, mlfoundations/open_clip, Stability's sd3-ref, black-forest-labs/flux. Works on
tensors of any kind, also on the meta device.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import torch
from torch import Tensor

Tensors = dict[str, Tensor]

_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
_UNET_OUTSIDE = {
    "conv_in": "input_blocks.0.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_CONTROL_OUTSIDE = {
    "controlnet_mid_block": "middle_block_out.0",
    "controlnet_cond_embedding.conv_in": "input_hint_block.0",
    "controlnet_cond_embedding.conv_out": "input_hint_block.14",
}


def ldm_unet(network: Mapping[str, Tensor], layers: int) -> Tensors:
    """A U-Net of ``layers`` per block, or the ControlNet of one, as CompVis names it."""
    return {_ldm_unet_name(name, network, layers): tensor for name, tensor in network.items()}


def _ldm_unet_name(name: str, network: Mapping[str, Tensor], layers: int) -> str:
    for new, old in (_UNET_OUTSIDE | _CONTROL_OUTSIDE).items():
        if name.startswith(new + "."):
            return old + name.removeprefix(new)
    if found := re.fullmatch(r"controlnet_down_blocks\.(\d+)\.(.+)", name):
        return f"zero_convs.{found[1]}.0.{found[2]}"
    if found := re.fullmatch(r"controlnet_cond_embedding\.blocks\.(\d+)\.(.+)", name):
        return f"input_hint_block.{2 * int(found[1]) + 2}.{found[2]}"
    if found := re.fullmatch(r"mid_block\.(resnets|attentions)\.(\d+)\.(.+)", name):
        place = 2 * int(found[2]) + (found[1] == "attentions")
        return f"middle_block.{place}.{_inside(found[1], found[3])}"
    found = re.fullmatch(r"(down|up)_blocks\.(\d+)\.(\w+)\.(\d+)\.(.+)", name)
    assert found, name
    way, block, kind, index, rest = found[1], int(found[2]), found[3], int(found[4]), found[5]
    per_block = layers + 1
    if kind == "downsamplers":
        return f"input_blocks.{(block + 1) * per_block}.0.op.{rest.removeprefix('conv.')}"
    if kind == "upsamplers":
        attends = any(f"up_blocks.{block}.attentions" in other for other in network)
        return f"output_blocks.{(block + 1) * per_block - 1}.{1 + attends}.{rest}"
    number = block * per_block + index + (way == "down")
    side = "input_blocks" if way == "down" else "output_blocks"
    return f"{side}.{number}.{int(kind == 'attentions')}.{_inside(kind, rest)}"


def _inside(kind: str, rest: str) -> str:
    if kind == "attentions":
        return rest
    layer, _, leaf = rest.rpartition(".")
    return f"{_RESNET[layer]}.{leaf}"


def ldm_vae(network: Mapping[str, Tensor], levels: int) -> Tensors:
    """An autoencoder of ``levels`` blocks; its attention is made of convolutions."""
    named = {}
    for name, tensor in network.items():
        old = name.replace("conv_norm_out", "norm_out").replace("conv_shortcut", "nin_shortcut")
        old = re.sub(r"down_blocks\.(\d+)\.resnets\.(\d+)", r"down.\1.block.\2", old)
        old = re.sub(r"down_blocks\.(\d+)\.downsamplers\.0", r"down.\1.downsample", old)
        old = re.sub(
            r"up_blocks\.(\d+)\.resnets\.(\d+)",
            lambda found: f"up.{levels - 1 - int(found[1])}.block.{found[2]}",
            old,
        )
        old = re.sub(
            r"up_blocks\.(\d+)\.upsamplers\.0",
            lambda found: f"up.{levels - 1 - int(found[1])}.upsample",
            old,
        )
        old = re.sub(
            r"mid_block\.resnets\.(\d)", lambda found: f"mid.block_{int(found[1]) + 1}", old
        )
        if "mid_block.attentions.0" in old:
            old = old.replace("mid_block.attentions.0", "mid.attn_1").replace("group_norm", "norm")
            old = old.replace("to_out.0", "proj_out")
            old = re.sub(r"to_([qkv])", r"\1", old)
            tensor = tensor[:, :, None, None] if tensor.ndim == 2 else tensor
        named[old] = tensor
    return named


def clip(network: Mapping[str, Tensor]) -> Tensors:
    """CLIP as transformers 4 named it, with a buffer that it used to save."""
    named = {
        name if name.startswith("text_") else f"text_model.{name}": tensor
        for name, tensor in network.items()
    }
    return named | {"text_model.embeddings.position_ids": torch.arange(77)[None]}


_OPEN_CLIP = {
    "layer_norm1": "ln_1",
    "layer_norm2": "ln_2",
    "mlp.fc1": "mlp.c_fc",
    "mlp.fc2": "mlp.c_proj",
    "self_attn.out_proj": "attn.out_proj",
}


def open_clip(network: Mapping[str, Tensor]) -> Tensors:
    """OpenCLIP: queries, keys and values in one tensor, and the projection turned round."""
    source = {name.removeprefix("text_model."): tensor for name, tensor in network.items()}
    named = {
        "positional_embedding": source["embeddings.position_embedding.weight"],
        "token_embedding.weight": source["embeddings.token_embedding.weight"],
        "ln_final.weight": source["final_layer_norm.weight"],
        "ln_final.bias": source["final_layer_norm.bias"],
    }
    width = source["final_layer_norm.weight"].shape[0]
    projection = source.get("text_projection.weight")
    named["text_projection"] = torch.eye(width) if projection is None else projection.T.contiguous()
    layers = 1 + max(int(name.split(".")[2]) for name in source if name.startswith("encoder."))
    for index in range(layers):
        old, new = f"encoder.layers.{index}", f"transformer.resblocks.{index}"
        for leaf in ("weight", "bias"):
            parts = [source[f"{old}.self_attn.{part}_proj.{leaf}"] for part in "qkv"]
            named[f"{new}.attn.in_proj_{leaf}"] = torch.cat(parts)
            for today, first in _OPEN_CLIP.items():
                named[f"{new}.{first}.{leaf}"] = source[f"{old}.{today}.{leaf}"]
    return named


_SD3_BLOCK = {
    "norm1.linear": "x_block.adaLN_modulation.1",
    "norm1_context.linear": "context_block.adaLN_modulation.1",
    "attn.norm_q": "x_block.attn.ln_q",
    "attn.norm_k": "x_block.attn.ln_k",
    "attn.norm_added_q": "context_block.attn.ln_q",
    "attn.norm_added_k": "context_block.attn.ln_k",
    "attn.to_out.0": "x_block.attn.proj",
    "attn.to_add_out": "context_block.attn.proj",
    "attn2.norm_q": "x_block.attn2.ln_q",
    "attn2.norm_k": "x_block.attn2.ln_k",
    "attn2.to_out.0": "x_block.attn2.proj",
    "ff.net.0.proj": "x_block.mlp.fc1",
    "ff.net.2": "x_block.mlp.fc2",
    "ff_context.net.0.proj": "context_block.mlp.fc1",
    "ff_context.net.2": "context_block.mlp.fc2",
}
_SD3_JOINED = {
    "attn.to_q": ("attn.to_k", "attn.to_v", "x_block.attn.qkv"),
    "attn2.to_q": ("attn2.to_k", "attn2.to_v", "x_block.attn2.qkv"),
    "attn.add_q_proj": ("attn.add_k_proj", "attn.add_v_proj", "context_block.attn.qkv"),
}
_SD3_OUTSIDE = {
    "pos_embed.proj": "x_embedder.proj",
    "time_text_embed.timestep_embedder.linear_1": "t_embedder.mlp.0",
    "time_text_embed.timestep_embedder.linear_2": "t_embedder.mlp.2",
    "time_text_embed.text_embedder.linear_1": "y_embedder.mlp.0",
    "time_text_embed.text_embedder.linear_2": "y_embedder.mlp.2",
    "context_embedder": "context_embedder",
    "proj_out": "final_layer.linear",
    "norm_out.linear": "final_layer.adaLN_modulation.1",
}


def sd3(network: Mapping[str, Tensor]) -> Tensors:
    """The MM-DiT of SD 3 as in sd3-ref: joined attention, shift before scale at the ends."""
    last = max(int(name.split(".")[1]) for name in network if name.startswith("transformer_b"))
    named = {"pos_embed": network["pos_embed.pos_embed"]}
    for name, tensor in network.items():
        layer, _, leaf = name.rpartition(".")
        if layer in _SD3_OUTSIDE:
            made = _turned(tensor) if layer == "norm_out.linear" else tensor
            named[f"{_SD3_OUTSIDE[layer]}.{leaf}"] = made
        elif found := re.fullmatch(r"transformer_blocks\.(\d+)\.(.+)", layer):
            block, inner = f"joint_blocks.{found[1]}", found[2]
            if inner in _SD3_BLOCK:
                ends = int(found[1]) == last and inner == "norm1_context.linear"
                named[f"{block}.{_SD3_BLOCK[inner]}.{leaf}"] = _turned(tensor) if ends else tensor
            elif inner in _SD3_JOINED:
                key, value, joined = _SD3_JOINED[inner]
                start = layer.removesuffix(inner)
                parts = [tensor, network[f"{start}{key}.{leaf}"], network[f"{start}{value}.{leaf}"]]
                named[f"{block}.{joined}.{leaf}"] = torch.cat(parts)
    return named


_FLUX_OUTSIDE = {
    "time_text_embed.timestep_embedder.linear_1": "time_in.in_layer",
    "time_text_embed.timestep_embedder.linear_2": "time_in.out_layer",
    "time_text_embed.text_embedder.linear_1": "vector_in.in_layer",
    "time_text_embed.text_embedder.linear_2": "vector_in.out_layer",
    "time_text_embed.guidance_embedder.linear_1": "guidance_in.in_layer",
    "time_text_embed.guidance_embedder.linear_2": "guidance_in.out_layer",
    "context_embedder": "txt_in",
    "x_embedder": "img_in",
    "proj_out": "final_layer.linear",
    "norm_out.linear": "final_layer.adaLN_modulation.1",
}
_FLUX_DOUBLE = {
    "norm1.linear": "img_mod.lin",
    "norm1_context.linear": "txt_mod.lin",
    "attn.norm_q": "img_attn.norm.query_norm",
    "attn.norm_k": "img_attn.norm.key_norm",
    "attn.norm_added_q": "txt_attn.norm.query_norm",
    "attn.norm_added_k": "txt_attn.norm.key_norm",
    "ff.net.0.proj": "img_mlp.0",
    "ff.net.2": "img_mlp.2",
    "ff_context.net.0.proj": "txt_mlp.0",
    "ff_context.net.2": "txt_mlp.2",
    "attn.to_out.0": "img_attn.proj",
    "attn.to_add_out": "txt_attn.proj",
}
_FLUX_SINGLE = {
    "norm.linear": "modulation.lin",
    "attn.norm_q": "norm.query_norm",
    "attn.norm_k": "norm.key_norm",
    "proj_out": "linear2",
}


def flux(network: Mapping[str, Tensor]) -> Tensors:
    """Flux as Black Forest Labs name it: joined layers, shift before scale at the end."""
    named = {}
    for name, tensor in network.items():
        layer, _, leaf = name.rpartition(".")
        block = re.match(r"(single_)?transformer_blocks\.(\d+)\.", layer)
        inner = layer[block.end() :] if block else layer
        leaf = "scale" if ".norm_" in f".{inner}" and "attn" in inner else leaf
        if block is None:
            made = _turned(tensor) if layer == "norm_out.linear" else tensor
            named[f"{_FLUX_OUTSIDE[layer]}.{leaf}"] = made
        elif inner in (names := _FLUX_SINGLE if block[1] else _FLUX_DOUBLE):
            named[f"{_flux_block(block)}.{names[inner]}.{leaf}"] = tensor
        elif inner in ("attn.to_q", "attn.add_q_proj"):
            joined, others = _flux_joined(inner, bool(block[1]))
            parts = [tensor, *(network[f"{block[0]}{other}.{leaf}"] for other in others)]
            named[f"{_flux_block(block)}.{joined}.{leaf}"] = torch.cat(parts)
    return named


def _flux_block(block: re.Match[str]) -> str:
    return f"{'single' if block[1] else 'double'}_blocks.{block[2]}"


def _flux_joined(query: str, single: bool) -> tuple[str, tuple[str, ...]]:
    if single:
        return "linear1", ("attn.to_k", "attn.to_v", "proj_mlp")
    if query == "attn.to_q":
        return "img_attn.qkv", ("attn.to_k", "attn.to_v")
    return "txt_attn.qkv", ("attn.add_k_proj", "attn.add_v_proj")


def _turned(tensor: Tensor) -> Tensor:
    """Scale and shift the other way round."""
    scale, shift = tensor.chunk(2, dim=0)
    return torch.cat([shift, scale])


def under(prefix: str, tensors: Mapping[str, Tensor]) -> Tensors:
    """The same tensors below a prefix."""
    return {prefix + name: tensor for name, tensor in tensors.items()}
