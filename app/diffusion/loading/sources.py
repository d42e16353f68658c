"""Where the tensors of a network come from: a folder in the diffusers layout, or a single file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.diffusion.checkpoints.deferred import Deferred, stored
from app.diffusion.checkpoints.parts import file_part
from app.diffusion.checkpoints.refusals import LacksTensor
from app.diffusion.loading.config_types import check_values
from app.diffusion.loading.part_files import part_config, part_folder, tensor_shapes, weights_files
from app.diffusion.loading.refusals import WrongWeights
from app.sdk.errors import NodeError
from app.sdk.models import Weights


@dataclass(frozen=True)
class Source:
    """One network, not built yet.

    ``tensors`` carry the names of the network or older ones. ``title`` is the kind of a single
    file, empty for a folder.
    """

    config: Mapping[str, Any]
    config_file: Path
    tensors: Mapping[str, Deferred]
    files: tuple[Path, ...]
    title: str = ""

    def misfit(self, problem: str) -> NodeError:
        """The sentence for a tensor that is missing, or is not as the network needs it."""
        if self.title:
            return LacksTensor(file=self.files[0], title=self.title, problem=problem)
        return WrongWeights(file=self.files[0], problem=problem)


def source_of(weights: Weights) -> Source:
    """Where the network behind a handle comes from; refuses what cannot be read."""
    path, part = weights.place, weights.part
    if path.is_file():
        found = file_part(path, part, weights.family)
        return Source(found.config, path, found.tensors, (path,), found.title)
    config_file = part_folder(path, part) / "config.json"
    files = weights_files(path, part)
    tensors = {
        name: stored(name, tuple(shape))
        for file in files
        for name, shape in tensor_shapes(file).items()
    }
    config = part_config(path, part)
    check_values(part, config, config_file)
    return Source(config, config_file, tensors, files)
