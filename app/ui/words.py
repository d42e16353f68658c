"""The one path that every sentence on the screen takes, so that it can be translated."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.graph.errors import Message
from app.graph.phrases import Phrase, filled
from app.graph.types import ANY, ValueType

CONTEXT = "LatentLoom"
"""The name under which all texts stand in a translation file."""

_SPELT = {
    "cfg": "CFG",
    "lora": "LoRA",
    "vae": "VAE",
    "rgb": "RGB",
    "id": "ID",
    "controlnetwork": "ControlNet",
    "imageencoder": "image encoder",
    "imageprompt": "image prompt",
    "motionadapter": "motion adapter",
    "pictureadapter": "T2I-Adapter",
    "promptadapter": "IP-Adapter",
    "textmodel": "text model",
}
"""Words of names that are spelt otherwise where they are read."""


def tr(text: str, **fields: object) -> str:
    """``text`` in the user's language, with its {fields} filled in."""
    said = QCoreApplication.translate(CONTEXT, text)
    return filled(said, text, fields) if fields else said


def mark(text: str) -> str:
    """``text`` as it is, noted for translators: for tables whose texts go through ``tr`` later."""
    return text


def translated(text: str) -> str:
    """``text`` in the user's language; in it, the name of a socket or parameter is its label."""
    found = tr(text)
    if found != text or not (text.isidentifier() and text.islower()):
        return found
    label = plain_label(text)
    told = tr(label)
    return text if told == label and not label.isupper() else told


def say(message: Message) -> str:
    """A message of the engine, a node or the graph in the user's language."""
    return message.text(translated)


def said(words: str) -> str:
    """Words of the graph or the engine, such as the name of a change, in the user's language."""
    return words.text(translated) if isinstance(words, Phrase) else tr(words)


def path_of(category: str) -> str:
    """Where a kind of node is found: ``Image/Mask`` -> ``Image › Mask``."""
    return " › ".join(tr(part) for part in category.split("/"))


def type_words(kind: ValueType) -> str:
    """What travels along a wire."""
    if kind.is_variable:
        return tr("any type")
    return tr("anything") if kind.name == ANY else said(kind.words)


def choice_text(choice: str) -> str:
    """One of the choices of a parameter; names such as ``DPM++ 2M`` stay in every language."""
    return tr(choice) if choice.islower() else choice


def label_of(name: str) -> str:
    """The name of a socket or parameter as a label in the user's language."""
    label = plain_label(name)
    return tr(label) if label else label


def plain_label(name: str) -> str:
    """The name of a socket or parameter as an English label: ``start_step`` -> ``Start step``."""
    words = [_SPELT.get(word, word) for word in name.split("_")]
    text = " ".join(words).strip()
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """The words of a menu without what only menus need: ``&Open …`` and ``Open(&O)…`` are Open."""
    return re.sub(r"\(&\w\)|&", "", text).removesuffix("…").strip()


def sentence(clauses: str) -> str:
    """Clauses as a sentence: a capital letter first, and a full stop."""
    return tr("{clauses}.", clauses=clauses[:1].upper() + clauses[1:]) if clauses else ""


def size_text(size: float) -> str:
    """Bytes in few letters: ``0 MB``, ``3.2 MB``, ``1.2 GB``."""
    gigabytes = size / 1024**3
    if gigabytes >= 1:
        return f"{gigabytes:.1f} GB"
    megabytes = size / 1024**2
    return f"{megabytes:.0f} MB" if megabytes >= 10 or not size else f"{megabytes:.1f} MB"


def entries_text(count: int) -> str:
    """A number of entries in words."""
    return tr("1 entry") if count == 1 else tr("{count} entries", count=count)


def seconds_text(seconds: float) -> str:
    """A duration in few letters: ``0.04 s``, ``3.2 s``, ``2 min 05 s``."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"
