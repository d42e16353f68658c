"""English text that remembers what it was made of, so that the window can say it anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

_SHORT_FORM = re.compile(r"[.,%\w]{0,3}")
"""How a field may be written that came out of a file; others could be of any length."""

Translate = Callable[[str], str]
"""Gives an English template in another language, its fields still in braces."""


def filled(template: str, english: str, fields: Mapping[str, Any]) -> str:
    """``template`` with its fields; ``english`` where the translation has others than that."""
    usable = template == english or _fits(template, english)
    return (template if usable else english).format_map(fields)


@lru_cache(maxsize=4096)
def _fits(template: str, english: str) -> bool:
    """Whether a translation, which anybody may have written, fills in no more than the English."""
    try:
        return _fields(template) <= _fields(english)
    except ValueError:
        return False


def _fields(template: str) -> set[tuple[str, str | None, str | None]]:
    parts = Formatter().parse(template)
    return {(name, form, conversion) for _, name, form, conversion in parts if name is not None}


class Phrase(str):
    """A few words, such as the name of a change: plain English text to all who do not translate."""

    __slots__ = ("fields", "template")

    template: str
    fields: Mapping[str, Any]

    def __new__(cls, template: str, **fields: Any) -> Phrase:
        """The words of ``template`` with its {fields} filled in."""
        phrase = super().__new__(cls, template.format_map(fields) if fields else template)
        phrase.template, phrase.fields = template, fields
        return phrase

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), dict(self.fields)

    def text(self, translate: Translate | None = None) -> str:
        """The words, also those among the fields, in another language."""
        if translate is None:
            return str(self)
        template = translate(self.template)
        if not self.fields:
            return template
        fields = {
            name: value.text(translate) if isinstance(value, Phrase) else value
            for name, value in self.fields.items()
        }
        return filled(template, self.template, fields)


def phrase_to_plain(words: str) -> Any:
    """Words as data that JSON can hold, with what they were made of."""
    if not isinstance(words, Phrase):
        return words
    fields = {name: _field_to_plain(value) for name, value in words.fields.items()}
    return {"words": words.template, "fields": fields}


def _field_to_plain(value: Any) -> Any:
    if type(value) in (int, float, bool):
        return value
    return phrase_to_plain(value if isinstance(value, str) else str(value))


def phrase_from_plain(value: Any) -> str:
    """Words out of data; raises ValueError where they are none.

    A template may only name its fields, and neither look into them nor make them long.
    """
    match value:
        case str():
            return value
        case {"words": str(template), "fields": dict(fields)}:
            for name, form, _ in _fields(template):
                if name not in fields or not _SHORT_FORM.fullmatch(form or ""):
                    raise ValueError("the words name other fields")
            read = {name: _field_from_plain(inner) for name, inner in fields.items()}
            return Phrase(template, **read)
    raise ValueError("no words")


def _field_from_plain(value: Any) -> Any:
    return value if type(value) in (int, float, bool) else phrase_from_plain(value)
