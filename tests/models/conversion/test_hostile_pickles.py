"""Pickles that were made to do harm: one sentence each, and nothing happens."""

from __future__ import annotations

import pickle
import struct
from pathlib import Path

import pytest
import torch

from app.models.conversion.converting import convert
from app.models.conversion.refusals import (
    ConversionError,
    DamagedPickle,
    HoldsNoTensors,
    NamesCodeInside,
)
from app.models.conversion.sandbox import can_confine
from tests.models.conversion.pickles import Harm, Write, archive, calls, ring_of_tables, tensor

pytestmark = pytest.mark.skipif(not can_confine(), reason="this system cannot confine a process")

ZEROS = {"0": b"\0" * 16}
HOSTILE: dict[str, tuple[Write, type[ConversionError]]] = {
    "os.system": (archive(calls("os.system", b"touch harmed")), NamesCodeInside),
    "posix.system": (archive(calls("posix.system", b"touch harmed")), NamesCodeInside),
    "eval": (archive(calls("builtins.eval", b"open('harmed','w')")), NamesCodeInside),
    "getattr": (archive(calls("builtins.getattr", b"a", b"b")), NamesCodeInside),
    "runpy": (archive(calls("runpy.run_path", b"harmed")), NamesCodeInside),
    "torch.load": (archive(calls("torch.load", b"harmed")), NamesCodeInside),
    "torch.hub": (archive(calls("torch.hub.load", b"harmed", b"a")), NamesCodeInside),
    "a name of our own": (
        archive(calls("app.models.conversion.confined.main", b"harmed")),
        NamesCodeInside,
    ),
    "a plain pickle": (lambda file: file.write_bytes(calls("os.system", b"x")), NamesCodeInside),
    "cut off": (lambda file: file.write_bytes(b"\x80\x02}q\x00X\xff\xff\xff\x7f"), DamagedPickle),
    "half an archive": (lambda file: file.write_bytes(b"PK\x03\x04" + b"\0" * 50), DamagedPickle),
    "two lists": (lambda file: _two_lists(file), DamagedPickle),
    "an endless text": (
        archive(b"\x80\x04\x8d" + struct.pack("<Q", 2**62)),
        DamagedPickle,
    ),
    "deep tuples": (archive(b"\x80\x02" + b"(" * 10**5 + b"t" * 10**5 + b"."), HoldsNoTensors),
    "deep tables": (
        archive(b"\x80\x02" + b"}K\0" * 10**5 + b"N" + b"s" * 10**5 + b"."),
        DamagedPickle,
    ),
    "tables that hold each other": (archive(ring_of_tables()), HoldsNoTensors),
    "a shape beyond its storage": (archive(tensor(0, (9,), (1,)), ZEROS), DamagedPickle),
    "a storage beyond its file": (archive(tensor(0, (4,), (1,)), {"0": b""}), DamagedPickle),
    "no storage": (archive(tensor(0, (4,), (1,))), DamagedPickle),
    "a negative step": (archive(tensor(3, (4,), (-1,)), ZEROS), DamagedPickle),
    "an endless spread": (archive(tensor(0, (2**40, 4), (0, 1)), ZEROS), DamagedPickle),
    "an absurd shape": (archive(tensor(0, (2**47, 2**47), (0, 0)), ZEROS), DamagedPickle),
    "many sides": (archive(tensor(0, (1,) * 40, (1,) * 40), ZEROS), DamagedPickle),
}


def _two_lists(file: Path) -> None:
    """An archive in which it is open what was saved."""
    import zipfile

    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a/data.pkl", calls("os.system", b"x"))
        made.writestr("b/data.pkl", b"\x80\x02}.")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_pickle_that_is_no_weights_is_refused_in_one_sentence(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write, refusal = HOSTILE[kind]
    write(tmp_path / "model.pt")
    with pytest.raises(refusal) as caught:
        convert(tmp_path / "model.pt")
    said = str(caught.value)
    assert "model.pt" in said
    assert "\n" not in said
    assert said.endswith(".")
    assert [path.name for path in tmp_path.iterdir()] == ["model.pt"]


def test_code_beside_tensors_is_named_and_never_run(tmp_path: Path) -> None:
    harm = tmp_path / "harmed"
    torch.save({"a": torch.ones(2), "b": Harm(harm)}, tmp_path / "model.pt")
    with pytest.raises(NamesCodeInside, match=r"it names \w+\.system"):
        convert(tmp_path / "model.pt")
    assert not harm.exists()


def test_a_whole_network_saved_by_its_class_is_not_built(tmp_path: Path) -> None:
    torch.save(torch.nn.Linear(2, 2), tmp_path / "model.pt")
    with pytest.raises(NamesCodeInside, match=r"torch\.nn\.modules\.linear\.Linear"):
        convert(tmp_path / "model.pt")


def test_what_the_unpickler_hands_out_is_never_something_that_was_imported() -> None:
    import io

    from app.models.conversion.unpickling import _HARMLESS, _KNOWN, Nothing, TensorUnpickler

    reader = TensorUnpickler(io.BytesIO(pickle.dumps(0)))
    assert all(reader.find_class(*name) is Nothing for name in _HARMLESS)
    allowed = {found.__module__ for found in _KNOWN.values()}
    assert allowed == {"app.models.conversion.unpickling", "collections"}
