"""The family of a latent travels through all nodes, and a wire that cannot work is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.diffusion.latent_files import encode_latent
from app.graph.document import Graph, Node, Socket, Source
from app.graph.errors import WrongTrait
from app.graph.rules import check_connect, output_types
from tests.diffusion.test_latent_math import latent
from tests.nodes.desk import registry

KINDS = registry()
CHAIN = ("ResizeLatent", "CropLatent", "TurnLatent", "RepeatLatent", "LatentMath", "SplitLatents")


def opened(folder: Path, family: str) -> Node:
    """A node that opens a latent of a family."""
    path = folder / f"{family}.safetensors"
    path.write_bytes(encode_latent(latent(family=family)))
    return Node(family, "loom.LoadLatent", parameters={"path": str(path)})


def graph(folder: Path) -> Graph:
    """A latent of SDXL that goes through everything, one of SD 3, and a place to lay them on."""
    made = [opened(folder, "SDXL"), opened(folder, "SD 3")]
    made += [Node(kind, f"loom.{kind}") for kind in (*CHAIN, "CompositeLatent", "PickFromList")]
    wires, source = {}, Source("SDXL", "latent")
    for kind in CHAIN:
        name = "first" if kind == "LatentMath" else "latent"
        wires[Socket(kind, name)] = (source,)
        source = Source(kind, "latent")
    wires[Socket("PickFromList", "items")] = (source,)
    wires[Socket("CompositeLatent", "base")] = (Source("PickFromList", "item"),)
    return Graph({node.id: node for node in made}, wires)


def test_the_family_is_known_at_the_end_of_a_long_way(tmp_path: Path) -> None:
    types = output_types(graph(tmp_path), KINDS)
    found = types[Source("CompositeLatent", "latent")]
    assert (found.trait("family"), found.many) == ("SDXL", False)
    assert types[Source("SplitLatents", "latent")].many


def test_a_latent_of_another_family_cannot_be_laid_on_it(tmp_path: Path) -> None:
    main, over = graph(tmp_path), Socket("CompositeLatent", "over")
    with pytest.raises(WrongTrait, match=r"is for SD 3, but .* is for SDXL"):
        check_connect(main, KINDS, Source("SD 3", "latent"), over)
    check_connect(main, KINDS, Source("SDXL", "latent"), over)
