"""Which family a network belongs to, told from the names and shapes of its tensors."""

from __future__ import annotations

from app.sdk.families import FLUX, SD1, SD2, SD3, SDXL, SDXL_REFINER
from app.sdk.tensor_names import TensorNames

_BY_WIDTH = {768: SD1, 1024: SD2, 2048: SDXL, 1280: SDXL_REFINER}
"""Families by the width of what their attention takes from the text."""

_SDXL_WORDS = ("label_emb.", "add_embedding.", "lora_te2_", "text_encoder_2.", "task_embedding")
_FLUX_WORDS = ("double_blocks", "single_transformer_blocks", "single_blocks")
_SD3_WORDS = ("joint_blocks", "add_k_proj")
_TAKEN_IN = ("lora_down.weight", "lora_A", "lora.down", "layer.down", "hada_w1_b", "to_k_ip.weight")
"""In a small addition, the tensors whose last side is as wide as what the network takes in."""


def width_family(width: object) -> str:
    """The family whose attention takes texts of this width; empty for any other width."""
    return _BY_WIDTH.get(width, "") if isinstance(width, int) else ""


def network_family(names: TensorNames) -> str:
    """The family of a U-Net, or of the ControlNet of one; empty where that is not certain."""
    width = next((shape[-1] for _, shape in names.holding("attn2.to_k.weight") if shape), 0)
    family = width_family(width)
    if family == SDXL_REFINER or not _has_any(names, _SDXL_WORDS):
        return family
    return SDXL


def small_network_family(names: TensorNames) -> str:
    """The family of what is added to a network: a LoRA, an IP-Adapter."""
    if _has_any(names, _FLUX_WORDS):
        return FLUX
    if _has_any(names, _SD3_WORDS):
        return SD3
    if _has_any(names, _SDXL_WORDS):
        return SDXL
    widths = (shape[-1] for _, shape in _taking_text(names) if len(shape) >= 2)
    return next((family for family in map(width_family, widths) if family), "")


def embedding_family(names: TensorNames) -> str:
    """The family whose text encoder a learnt word is for, by the width of its vectors."""
    if names.any_begins("clip_g"):
        return SDXL if not names.any_begins("t5xxl") else SD3
    widths = {shape[-1] for shape in names.shapes() if shape}
    return {768: SD1, 1024: SD2}.get(widths.pop(), "") if len(widths) == 1 else ""


def _taking_text(names: TensorNames) -> list[tuple[str, tuple[int, ...]]]:
    """The tensors that take in what the text gives."""
    across = [*names.holding("attn2"), *names.holding("to_k_ip")]
    return [(n, s) for n, s in across if _is_key(n) and any(end in n for end in _TAKEN_IN)]


def _is_key(name: str) -> bool:
    return any(part in name for part in ("to_k", "to_v"))


def _has_any(names: TensorNames, words: tuple[str, ...]) -> bool:
    return any(next(names.holding(word), None) is not None for word in words)
