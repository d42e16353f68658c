"""A stranger's node changes how torch and numpy compute: the next pictures have the same bits."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import numpy as np
import pytest
import torch

from app.engine.order import order_of
from app.graph import edits
from app.graph.document import Socket, Source
from app.graph.editor import Document
from app.sdk import Context, Node, param, socket
from app.sdk.values import Latent
from tests.faults.bench import FEW, Bench
from tests.faults.strikes import mostly_heavy


class Meddle(Node):
    """Passes a latent on, and does whatever a test puts into ``work``."""

    work: ClassVar[Callable[[], Any]]

    latent: Latent = socket("What to pass on.")
    salt: int = param(default=0, low=0, high=99, tip="Tells calls apart.")

    def run(self, ctx: Context) -> Latent:
        type(self).work()
        return self.latent


def never_mind_tiny_numbers() -> None:
    torch.set_flush_denormal(True)


def seed_all() -> None:
    torch.manual_seed(1)
    np.random.seed(1)
    random.seed(1)


def fail() -> None:
    torch.set_default_dtype(torch.float64)
    raise ValueError


MEDDLING: dict[str, Callable[[], Any]] = {
    "number type": lambda: torch.set_default_dtype(torch.float64),
    "half precision": lambda: torch.set_default_dtype(torch.float16),
    "gradients": lambda: torch.set_grad_enabled(True),
    "no gradients": lambda: torch.set_grad_enabled(False),
    "device": lambda: torch.set_default_device("meta"),
    "threads": lambda: torch.set_num_threads(torch.get_num_threads() + 1),
    "determinism": lambda: torch.use_deterministic_algorithms(True),
    "products": lambda: torch.set_float32_matmul_precision("medium"),
    "attention": lambda: torch.backends.cuda.enable_flash_sdp(False),
    "oneDNN": lambda: torch.backends.mkldnn.set_flags(False),
    "autocast": lambda: torch.set_autocast_enabled("cpu", True),
    "tiny numbers": never_mind_tiny_numbers,
    "inference mode": lambda: torch.inference_mode().__enter__(),
    "errors of numpy": lambda: np.seterr(all="raise"),
    "seeds": seed_all,
    "a failure, too": fail,
}


QUICK = ("number type", "tiny numbers", "autocast", "a failure, too")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The graph with a node between blank latent and Sampler."""
    bench = Bench(tmp_path_factory.mktemp("bench"), few={**FEW, "sampler.steps": 1})
    bench.kinds.add(Meddle)
    Meddle.work = lambda: None
    document, kinds = Document(bench.snapshot), bench.kinds
    document.apply(edits.add_node(document.snapshot, kinds, "loom.Meddle", (0, 0), id="meddle"))
    for source, target in (("size", "meddle"), ("meddle", "sampler")):
        ends = Source(source, "latent"), Socket(target, "latent")
        document.apply(edits.connect(document.snapshot, kinds, *ends))
    bench.snapshot = document.snapshot
    assert bench.run().ok, bench.failures()
    return bench


@pytest.fixture(scope="module")
def usual(bench: Bench) -> dict[str, Any]:
    return {node: found for node, found in bench.prints().items() if node != "meddle"}


@pytest.fixture(autouse=True)
def nothing_is_left(bench: Bench) -> Iterator[None]:
    before = order_of(bench.store)
    yield
    assert before.put_back() == []


@pytest.mark.parametrize("name", mostly_heavy(MEDDLING, QUICK))
def test_what_a_node_does_to_torch_changes_no_bit_of_what_follows(
    name: str, bench: Bench, usual: dict[str, Any]
) -> None:
    Meddle.work = MEDDLING[name]
    before = bench.store.environment()
    bench.cache.clear()
    failed = not bench.run().ok
    assert failed == ("failure" in name)
    assert bench.store.environment() == before
    Meddle.work = lambda: None
    if failed:
        assert bench.run().ok
    found = bench.prints()
    assert {node: found[node] for node in usual} == usual
