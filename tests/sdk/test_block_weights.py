"""Strengths of single blocks, written as a text."""

from __future__ import annotations

import pytest

from app.sdk.block_weights import BadBlockWeights, block_of, block_weight, read_block_weights


def test_entries_are_apart_by_commas_or_lines() -> None:
    found = read_block_weights("down = 0.5, up.1=0\n mid = -1.25 ,\n\n")
    assert dict(found) == {"down": 0.5, "up.1": 0.0, "mid": -1.25}
    assert read_block_weights(" \n ") == ()


def test_the_order_of_entries_does_not_count() -> None:
    assert read_block_weights("up=1,down=2") == read_block_weights("down=2,up=1")


@pytest.mark.parametrize(
    "text", ["up", "up=", "up=x", "up=nan", "up=11", "left=1", "up.=1", "up.1.2=1", "=1", "UP=1"]
)
def test_what_is_none_is_refused_with_the_names_there_are(text: str) -> None:
    with pytest.raises(BadBlockWeights, match="down, mid, up, joint, single, text, other"):
        read_block_weights(f"down=1, {text}")


@pytest.mark.parametrize(
    ("tensor", "block"),
    [
        ("down_blocks.2.attentions.0.transformer_blocks.3.attn1.to_q.weight", "down.2"),
        ("mid_block.resnets.1.conv1.weight", "mid"),
        ("up_blocks.0.resnets.1.conv1.bias", "up.0"),
        ("transformer_blocks.11.attn.to_q.weight", "joint.11"),
        ("single_transformer_blocks.37.proj_mlp.weight", "single.37"),
        ("encoder.layers.4.mlp.fc1.weight", "text.4"),
        ("text_model.encoder.layers.4.mlp.fc1.weight", "text.4"),
        ("encoder.block.7.layer.0.SelfAttention.q.weight", "text.7"),
        ("conv_in.weight", "other"),
        ("time_embedding.linear_1.weight", "other"),
    ],
)
def test_every_tensor_has_a_block(tensor: str, block: str) -> None:
    assert block_of(tensor) == block


def test_the_longest_name_that_fits_counts() -> None:
    blocks = read_block_weights("down = 0.5, down.1 = 2, other = 0")
    assert block_weight(blocks, "down_blocks.0.resnets.0.conv1.weight") == 0.5
    assert block_weight(blocks, "down_blocks.1.resnets.0.conv1.weight") == 2.0
    assert block_weight(blocks, "conv_in.weight") == 0.0
    assert block_weight(blocks, "mid_block.resnets.0.conv1.weight") == 1.0
    assert block_weight((), "conv_in.weight", otherwise=0.3) == 0.3
