"""SDXL through the nodes, against its pipelines."""

from __future__ import annotations

import pytest

from nodes.vae_decode import VAEDecode
from tests.diffusion import workbench, xl
from tests.diffusion.agreement import assert_equal_steps


@pytest.mark.reference(
    family="SDXL", feature="text to image", against="StableDiffusionXLPipeline", agreement="equal"
)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler", "Euler ancestral", "Heun", "DDIM"])
def test_text_to_image_equals_the_pipeline(name: str) -> None:
    bench = xl.Bench()
    node = workbench.sampler(
        model=xl.model(),
        positive=xl.conditioning(1),
        negative=xl.conditioning(2),
        scheduler=name,
    )
    image = VAEDecode(latent=node.run(bench), vae=xl.vae()).run(bench)
    assert_equal_steps([*bench.samples(), image.pixels], xl.text_to_image(name))
