"""Families around a transformer that sees text and picture as one sequence: SD 3 and Flux.

Esser et al. 2024, "Scaling Rectified Flow Transformers for High-Resolution Image Synthesis". Their
latents have 16 channels and enter the network in patches of 2 x 2.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from app.diffusion.families.family import Added, Asked, Config, Family, Inputs
from app.diffusion.loading.refusals import MisfitControlNetwork
from app.diffusion.loading.transformer_checks import check_joined_widths, check_patches
from app.diffusion.sampling.guidance import WrongTextWidth
from app.sdk.errors import NodeError
from app.sdk.values import Conditioning

Said = Mapping[str, Any]
"""What one prompt says to the network, for all pictures."""


class NoVector(NodeError):
    """A prompt lacks the vector for the whole of it, or has that of another network."""

    english = (
        "The prompt was encoded for another model than {family}: "
        "connect the text encoders of this model."
    )


class TransformerFamily(Family):
    """A transformer that is asked about each prompt with all its tokens.

    Tokens of a prompt also look at each other there, so that prompts of different length cannot
    share a call.
    """

    network: ClassVar[str] = "transformer"
    channels: ClassVar[int] = 16
    patch: ClassVar[int] = 2
    taken: ClassVar[int] = 16
    """How many numbers the config of a plain network says that it takes of every place."""

    def check(self, configs: Mapping[str, Config], path: Path) -> None:
        """Refuse a folder whose text encoders do not fit its transformer."""
        check_patches(configs[self.network], self.taken, path)
        texts = {text.part: configs[text.part] for text in self.encoders if text.part in configs}
        check_joined_widths(configs[self.network], texts, path)

    def text_width(self, config: Config) -> int:
        """As wide as the transformer takes all words."""
        return int(config.get("joint_attention_dim", 4096))

    def inputs(self, module: Any, asked: Asked) -> dict[str, Any]:
        """The prompts one by one."""
        return {"prompts": [self.said(module, prompt, asked) for prompt in asked.prompts]}

    def said(self, module: Any, prompt: Conditioning, asked: Asked) -> dict[str, Any]:
        """One prompt for all pictures; raises NodeError where it is for another network."""
        width, given = module.config.joint_attention_dim, prompt.embeddings.shape[-1]
        if given != width:
            raise WrongTextWidth(width=given, expected=width)
        pooled = prompt.pooled
        if pooled is None or pooled.shape[-1] != module.config.pooled_projection_dim:
            raise NoVector(family=self.name)
        return {
            "encoder_hidden_states": prompt.embeddings.repeat(asked.pictures, 1, 1),
            "pooled_projections": pooled.repeat(asked.pictures, 1),
        }

    def predict(
        self,
        module: Any,
        samples: Tensor,
        timestep: Tensor,
        inputs: Inputs,
        added: Added,
    ) -> Tensor:
        """One call for each group of prompts that can share it."""
        answers = [
            self.ask(module, samples[rows], timestep, said, self.share(added, rows))
            for rows, said in self.shares(inputs["prompts"], len(samples))
        ]
        return answers[0] if len(answers) == 1 else torch.cat(answers)

    def shares(self, prompts: Sequence[Said], count: int) -> Iterator[tuple[slice, Said]]:
        """For each call its rows of a batch of ``count``, and what its prompts say."""
        each, done = count // len(prompts), 0
        for group in self.groups(prompts):
            yield slice(done, done + len(group) * each), joined(group)
            done += len(group) * each

    def groups(self, prompts: Sequence[Said]) -> Sequence[Sequence[Said]]:
        """The prompts in order, apart where they cannot share a call: each for itself."""
        return [[prompt] for prompt in prompts]

    def share(self, added: Added, rows: slice) -> Added:
        """What of the additions belongs to these rows of the batch: all of it."""
        return added

    def check_fit(self, module: Any, network: Any) -> None:
        """Refuse a ControlNet for text or vectors of another width."""
        for name in ("joint_attention_dim", "pooled_projection_dim"):
            own, needed = network.config[name], module.config[name]
            if own is not None and own != needed:
                raise MisfitControlNetwork(network=own, model=needed)

    def looks_at_latents(self, config: Config) -> bool:
        """All do, but for some of Flux."""
        return True

    @abstractmethod
    def ask(
        self, module: Any, samples: Tensor, timestep: Tensor, said: Said, added: Added
    ) -> Tensor:
        """One call of the network, (n, channels, height, width) in and out."""


def joined(prompts: Sequence[Said]) -> Said:
    """What several prompts say, as one batch."""
    if len(prompts) == 1:
        return prompts[0]
    return {name: torch.cat([prompt[name] for prompt in prompts]) for name in prompts[0]}


def at_rows(timestep: Tensor, samples: Tensor) -> Tensor:
    """The timestep for every row of a batch, (n,), where the network computes."""
    return timestep.to(samples.device).expand(len(samples))
