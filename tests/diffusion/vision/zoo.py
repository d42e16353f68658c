"""One tiny network of every other class that may be opened, with what prepares its pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import transformers

SQUARE = {"height": 32, "width": 32}
EDGES = {"shortest_edge": 64, "longest_edge": 96}
STAGES = ["stage1", "stage2", "stage3", "stage4"]


def swin() -> Any:
    """A Swin backbone of four stages."""
    return transformers.SwinConfig(
        image_size=32,
        embed_dim=8,
        depths=[1, 1, 1, 1],
        num_heads=[1, 1, 2, 2],
        window_size=4,
        out_features=STAGES,
    )


def small_transformer(**more: Any) -> dict[str, Any]:
    """What configs of vision transformers have in common."""
    common = {"hidden_size": 16, "num_hidden_layers": 4, "num_attention_heads": 2}
    return {**common, "intermediate_size": 16, "image_size": 32, "num_labels": 12, **more}


def upernet() -> Any:
    """UPerNet on Swin."""
    config = transformers.UperNetConfig(
        backbone_config=swin(),
        hidden_size=16,
        num_labels=12,
        auxiliary_channels=8,
        auxiliary_in_channels=32,
    )
    return transformers.UperNetForSemanticSegmentation(config)


def beit() -> Any:
    """BEiT with a head for segmentation."""
    config = transformers.BeitConfig(**small_transformer(patch_size=4, out_indices=[0, 1, 2, 3]))
    return transformers.BeitForSemanticSegmentation(config)


def dpt() -> Any:
    """DPT with a head for segmentation."""
    config = transformers.DPTConfig(
        **small_transformer(patch_size=8, backbone_out_indices=[0, 1, 2, 3]),
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
    )
    return transformers.DPTForSemanticSegmentation(config)


def mask2former() -> Any:
    """Mask2Former on Swin."""
    config = transformers.Mask2FormerConfig(
        backbone_config=swin(),
        feature_size=32,
        mask_feature_size=32,
        hidden_dim=32,
        encoder_feedforward_dim=16,
        encoder_layers=1,
        decoder_layers=2,
        num_attention_heads=2,
        dim_feedforward=16,
        num_queries=5,
        num_labels=12,
    )
    return transformers.Mask2FormerForUniversalSegmentation(config)


def maskformer() -> Any:
    """MaskFormer on Swin, with the decoder of DETR."""
    decoder = transformers.DetrConfig(
        d_model=16,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=16,
        decoder_ffn_dim=16,
        num_queries=5,
    )
    config = transformers.MaskFormerConfig(
        backbone_config=swin(),
        decoder_config=decoder,
        fpn_feature_size=32,
        mask_feature_size=32,
        num_labels=12,
    )
    return transformers.MaskFormerForInstanceSegmentation(config)


def rt_detr(second: bool = False) -> Any:
    """RT-DETR or its second version, with people among two kinds of things."""
    backbone = transformers.RTDetrResNetConfig(
        embedding_size=8,
        hidden_sizes=[8, 8, 16, 16],
        depths=[1, 1, 1, 1],
        layer_type="basic",
        out_features=STAGES[1:],
    )
    config = (transformers.RTDetrV2Config if second else transformers.RTDetrConfig)(
        backbone_config=backbone,
        encoder_hidden_dim=16,
        encoder_in_channels=[8, 16, 16],
        encoder_layers=1,
        encoder_ffn_dim=16,
        encoder_attention_heads=2,
        d_model=16,
        num_queries=20,
        decoder_in_channels=[16, 16, 16],
        decoder_ffn_dim=16,
        decoder_layers=2,
        decoder_attention_heads=2,
        id2label={0: "person", 1: "bicycle"},
    )
    if second:
        return transformers.RTDetrV2ForObjectDetection(config)
    return transformers.RTDetrForObjectDetection(config)


def vitpose_with_experts() -> Any:
    """ViTPose++, which has an expert for each data set that it learnt from."""
    backbone = transformers.VitPoseBackboneConfig(
        image_size=[64, 48],
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_experts=6,
        part_features=4,
        out_features=["stage2"],
    )
    config = transformers.VitPoseConfig(backbone_config=backbone, num_labels=17)
    return transformers.VitPoseForPoseEstimation(config)


SEGMENTERS: dict[str, tuple[Callable[[], Any], Any]] = {
    "UPerNet": (upernet, transformers.SegformerImageProcessorPil(size=SQUARE)),
    "BEiT": (beit, transformers.BeitImageProcessorPil(size=SQUARE, do_center_crop=False)),
    "DPT": (dpt, transformers.DPTImageProcessorPil(size=SQUARE)),
    "Mask2Former": (mask2former, transformers.Mask2FormerImageProcessorPil(size=EDGES)),
    "MaskFormer": (maskformer, transformers.MaskFormerImageProcessorPil(size=EDGES)),
}
"""Networks for segmentation beside SegFormer, and what prepares pictures for them."""
