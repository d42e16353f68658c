"""What a text means as a place to fetch a model from."""

from __future__ import annotations

import pytest

from app.models.downloads.offers import clean_name
from app.models.downloads.refusals import NotASource, PlainAddress
from app.models.downloads.sources import Source, read_source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("owner/name", Source("owner/name")),
        (" owner/name ", Source("owner/name")),
        ("hf:owner/name@v1:a/b.safetensors", Source("owner/name", "v1", "a/b.safetensors")),
        ("https://huggingface.co/owner/name", Source("owner/name")),
        ("https://huggingface.co/owner/name/tree/main", Source("owner/name")),
        (
            "https://huggingface.co/owner/name/blob/main/x.safetensors",
            Source("owner/name", "main", "x.safetensors"),
        ),
        (
            "https://huggingface.co/owner/name/resolve/v1/a/x.safetensors?download=true",
            Source("owner/name", "v1", "a/x.safetensors"),
        ),
        ("https://example.org/x.safetensors", Source(address="https://example.org/x.safetensors")),
        ("http://localhost:8000/x.gguf", Source(address="http://localhost:8000/x.gguf")),
    ],
)
def test_repositories_and_addresses_are_understood(text: str, source: Source) -> None:
    assert read_source(text) == source
    assert read_source(str(source)) == source


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        "a/b/c",
        "ftp://example.org/x",
        "file:///etc/passwd",
        "https://",
        "https://user:word@example.org/x",
        "owner/name:../../x",
        "owner/name:/etc/x",
        "https://[broken",
        "a\nb/c",
        "x" * 5000,
    ],
)
def test_what_is_no_source_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotASource, match="owner/name"):
        read_source(text)


def test_an_address_without_encryption_has_to_be_allowed() -> None:
    with pytest.raises(PlainAddress, match=r"example\.org"):
        read_source("http://example.org/x.safetensors")
    assert read_source("http://example.org/x.safetensors", allow_plain=True).host == "example.org"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("model.safetensors", "model.safetensors"),
        ("../../x.safetensors", "x.safetensors"),
        ("a\\b\\x.gguf", "x.gguf"),
        ('we:ird"?.safetensors', "we_ird__.safetensors"),
        ("a%20b.safetensors", "a b.safetensors"),
        ("", "model"),
    ],
)
def test_names_of_files_lead_nowhere_else(name: str, clean: str) -> None:
    assert clean_name(name) == clean
