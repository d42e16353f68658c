"""What a repository of the Hugging Face hub holds, and which of it makes a model.

Its interface for programs: huggingface.co/docs/hub/api, ``/api/models/{repo}/revision/{rev}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from app.models.downloads.asking import asked, hash_in, pieces
from app.models.downloads.fetching import RemoteFile
from app.models.downloads.refusals import NotThere, OnlyPickles, ServerFault
from app.models.downloads.sources import Source, hub

_LARGEST_LISTING = 32 * 2**20
_WEIGHTS = (".safetensors", ".gguf")
_BESIDES = (".json", ".txt", ".model", ".jinja")
_VARIANT = re.compile(r"\.(fp16|bf16|non_ema|fp8)(?=[.-])")
_INDEX = "model_index.json"
_CONFIG = "config.json"
_PASSED_OVER = frozenset({"openvino", "onnx", "flax", "safety_checker", "feature_extractor"})


def files_of(source: Source, token: str) -> list[RemoteFile]:
    """The files of a repository, or the one that is meant; raises DownloadErrors.

    Of a model in the diffusers layout these are its parts, of a single network its config and
    weights, and otherwise all weight files, of which the user chooses.
    """
    at = f"{source.repository}/revision/{quote(source.revision, safe='')}"
    listed = _listing(f"{hub()}/api/models/{at}?blobs=true", source, token)
    offered = {name: entry for name, entry in listed.items() if _is_clean(name)}
    if source.file:
        chosen = [source.file] if source.file in offered else []
        if not chosen:
            raise NotThere(host=source.host, name=f"{source.repository}/{source.file}")
    else:
        chosen = chosen_of(offered)
    if not any(name.endswith(_WEIGHTS) for name in chosen):
        raise OnlyPickles(name=source.name)
    return [_remote(source, name, offered[name]) for name in chosen]


def is_whole_model(files: Iterable[RemoteFile]) -> bool:
    """Whether files make one model in a folder, rather than several to choose from."""
    return any(file.name in (_INDEX, _CONFIG) for file in files)


def chosen_of(names: Iterable[str]) -> list[str]:
    """The files that make the model, of all that a repository has."""
    known = sorted(names)
    if _INDEX in known:
        folders = {name.split("/")[0] for name in known if "/" in name} - _PASSED_OVER
        parts = [n for n in known if "/" in n and n.split("/")[0] in folders]
        return [_INDEX, *_smallest_set(parts)]
    if _CONFIG in known:
        return _smallest_set([name for name in known if "/" not in name])
    return [name for name in known if name.endswith(_WEIGHTS)]


def _smallest_set(names: list[str]) -> list[str]:
    """Configs and weights, each weight in one variant: the usual one where there is one."""
    weights = [name for name in names if name.endswith(_WEIGHTS)]
    plain = {name for name in weights if not _VARIANT.search(name)}
    folders = {str(PurePosixPath(name).parent) for name in plain}
    extra = [
        name
        for name in weights
        if name not in plain
        and str(PurePosixPath(name).parent) not in folders
        and "non_ema" not in name
    ]
    besides = [
        name
        for name in names
        if name.endswith(_BESIDES) and not (_VARIANT.search(name) and name.endswith(".index.json"))
    ]
    return sorted([*plain, *extra, *besides])


def _listing(address: str, source: Source, token: str) -> dict[str, dict[str, Any]]:
    content = bytearray()
    with asked(address, source.repository, token) as answer:
        for piece in pieces(answer.response, 2**16):
            content += piece
            if len(content) > _LARGEST_LISTING:
                raise ServerFault(host=source.host, status=answer.status)
    try:
        listed = json.loads(bytes(content))["siblings"]
        return {entry["rfilename"]: entry for entry in listed}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ServerFault(host=source.host, status=200) from error


def _is_clean(name: object) -> bool:
    """Whether a path may be used below a folder of ours."""
    if not isinstance(name, str) or not name.isprintable() or "\\" in name or ":" in name:
        return False
    parts = name.split("/")
    return all(part and part[0] != "." and part[-1] not in ". " for part in parts)


def _remote(source: Source, name: str, entry: dict[str, Any]) -> RemoteFile:
    at = f"{source.repository}/resolve/{quote(source.revision, safe='')}/{quote(name)}"
    stored, size = entry.get("lfs"), entry.get("size")
    return RemoteFile(
        name,
        f"{hub()}/{at}",
        source.host,
        size if type(size) is int and size > 0 else 0,
        hash_in(str(stored.get("sha256", ""))) if isinstance(stored, dict) else "",
    )
