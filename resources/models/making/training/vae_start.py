"""How the codec starts: as an exact codec of block averages.

A small network that has to find this by itself spends most of a CPU's time on it. Here the skips
carry red, green and blue straight through, and everything else starts almost silent.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Generator, Tensor, nn

LATENTS = 4
"""Channels of the latents: three for the colours of a block, one for what else there is."""


def start(codec: Any, generator: Generator) -> None:
    """Make an untaught codec one that averages blocks."""
    for name, module in codec.named_modules():
        if not isinstance(module, nn.Conv2d):
            continue
        module.bias.zero_()  # type: ignore[union-attr]
        if name.endswith(("conv1", "conv2")):
            _random(module.weight, 0.1 if name.endswith("conv2") else 1.0, generator)
        elif "conv_shortcut" in name:
            _passing(module.weight, torch.ones(1, 1), generator)
        elif "downsamplers" in name:
            block = torch.zeros(3, 3)
            block[:2, :2] = 0.25
            _passing(module.weight, block, generator)
        elif "upsamplers" in name:
            tent = torch.tensor([0.25, 0.5, 0.25])
            _passing(module.weight, tent[:, None] * tent[None], generator)
    _start_encoder(codec, generator)
    _start_decoder(codec, generator)


def _random(weight: Tensor, scale: float, generator: Generator) -> None:
    deviation = scale * weight[0].numel() ** -0.5
    weight.copy_(torch.randn(weight.shape, generator=generator) * deviation)


def _passing(weight: Tensor, kernel: Tensor, generator: Generator) -> None:
    """Let each channel through with a kernel; further channels are quiet mixtures."""
    _random(weight, 0.3, generator)
    for channel in range(min(weight.shape[:2])):
        weight[channel] = 0.0
        weight[channel, channel] = kernel


def _start_encoder(codec: Any, generator: Generator) -> None:
    """Red, green and blue in channels 0 to 2, their negatives beside them, two loud constants.

    The constants hold the deviation that the last GroupNorm divides by, whatever the picture.
    """
    encoder = codec.encoder
    _random(encoder.conv_in.weight, 0.8, generator)
    _colours_through(encoder.conv_in.weight, 3)
    loud = 5.0
    last = encoder.down_blocks[-1].resnets[0].conv_shortcut
    width = last.weight.shape[0]
    _negatives_and_constants(last, width // 2, 3, loud)
    deviation = ((2 * loud * loud + width * 0.25) / width) ** 0.5
    out = encoder.conv_out.weight
    out.zero_()
    _random(out[3:4], 0.5, generator)
    _difference(out, width // 2, deviation)
    codec.quant_conv.weight.zero_()
    codec.quant_conv.bias[LATENTS:] = -8.0
    codec.post_quant_conv.weight.zero_()
    for channel in range(LATENTS):
        codec.quant_conv.weight[channel, channel] = 1.0
        codec.post_quant_conv.weight[channel, channel] = 1.0


def _start_decoder(codec: Any, generator: Generator) -> None:
    decoder = codec.decoder
    _random(decoder.conv_in.weight, 0.5, generator)
    _colours_through(decoder.conv_in.weight, LATENTS)
    loud = 3.0
    first = decoder.up_blocks[-1].resnets[0].conv_shortcut
    width = first.weight.shape[0]
    _random(first.weight, 0.05, generator)
    for colour in range(3):
        first.weight[colour] = 0.0
        first.weight[colour, colour] = 1.0
    _negatives_and_constants(first, width // 2, 3, loud)
    out = decoder.conv_out.weight
    out.zero_()
    _difference(out, width // 2, ((2 * loud * loud + 2.0) / width) ** 0.5)


def _colours_through(weight: Tensor, channels: int) -> None:
    weight[:channels] = 0.0
    for channel in range(channels):
        weight[channel, channel, 1, 1] = 1.0


def _negatives_and_constants(skip: nn.Conv2d, first: int, colours: int, loud: float) -> None:
    for colour in range(colours):
        skip.weight[first + colour] = 0.0
        skip.weight[first + colour, colour] = -1.0
    skip.weight[first + colours : first + colours + 2] = 0.0
    assert skip.bias is not None
    skip.bias[first + colours] = loud
    skip.bias[first + colours + 1] = -loud


def _difference(out: Tensor, first: int, deviation: float) -> None:
    """A colour is SiLU(x) - SiLU(-x) = x: what the last activation did is undone exactly."""
    for colour in range(3):
        out[colour, colour, 1, 1] = deviation
        out[colour, first + colour, 1, 1] = -deviation
