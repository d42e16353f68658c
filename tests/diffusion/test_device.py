"""The choice of a device, on a machine that may have none but its processor."""

from __future__ import annotations

import dataclasses

import psutil
import pytest
import torch

from app.diffusion.device import Device, choose

CPU = {"LATENT_LOOM_DEVICE": "cpu"}


def test_there_is_always_a_device_that_computes() -> None:
    device = choose({})
    made = torch.ones(2, device=device.place, dtype=device.dtype)
    assert float(made.sum()) == 2
    assert 0 < device.free_memory() <= device.total_memory()


def test_the_processor_computes_in_single_precision() -> None:
    device = choose(CPU)
    assert (device.place.type, device.dtype) == ("cpu", torch.float32)


def test_the_environment_chooses_device_and_number_type() -> None:
    device = choose({"LATENT_LOOM_DEVICE": " CPU ", "LATENT_LOOM_DTYPE": "bfloat16"})
    assert (device.place.type, device.dtype) == ("cpu", torch.bfloat16)


@pytest.mark.parametrize("wish", ["meta", "cuda:99", "toaster", "mps:7", "cpu:x"])
def test_a_device_that_is_not_there_is_passed_over_and_told(wish: str) -> None:
    device = choose({"LATENT_LOOM_DEVICE": wish})
    assert device.place == choose({}).place
    assert device.sentence().endswith(f"(LATENT_LOOM_DEVICE={wish} is not there)")


def test_the_status_line_names_device_type_and_memory() -> None:
    sentence = choose(CPU).sentence()
    assert sentence.startswith("CPU with ")
    assert ", float32, " in sentence
    assert sentence.endswith(" GB free")


def test_the_environment_counts_number_type_and_threads() -> None:
    device = choose(CPU)
    half = dataclasses.replace(device, dtype=torch.bfloat16)
    assert device.environment() == choose(CPU).environment()
    assert device.environment() != half.environment()
    threads = torch.get_num_threads()
    before = device.environment()
    torch.set_num_threads(threads + 1)
    try:
        assert device.environment() != before
    finally:
        torch.set_num_threads(threads)


def test_the_environment_counts_the_memory_beside_that_of_a_gpu(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Device, "total_memory", lambda self: 8 * 2**30)
    device, found = choose(CPU), psutil.virtual_memory()
    before = device.environment()
    more = found._replace(total=found.total + 2**30)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: more)
    assert device.environment() != before


def test_releasing_memory_works_without_an_accelerator() -> None:
    Device(torch.device("cpu"), torch.float32, "CPU").release()
