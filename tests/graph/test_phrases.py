"""Words that remember what they were made of."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

from app.graph.errors import BadValue, LoomError, Message
from app.graph.phrases import Phrase

GERMAN = {
    "Add {title}": "{title} hinzufügen",
    "at least {low}": "mindestens {low}",
    "{parameter} must be {expected}, not {value}.": "{parameter}: {expected} statt {value}.",
    "block": "Baustein",
}


def _german(text: str) -> str:
    return GERMAN.get(text, text)


def test_a_phrase_is_plain_text_to_those_who_do_not_translate() -> None:
    assert Phrase("Add {title}", title="Sampler") == "Add Sampler"
    assert Phrase("{no field}") == "{no field}"


def test_a_phrase_can_be_said_in_another_language() -> None:
    assert Phrase("Add {title}", title="Sampler").text(_german) == "Sampler hinzufügen"


def test_a_phrase_among_the_fields_is_translated_too() -> None:
    assert Phrase("Add {title}", title=Phrase("block")).text(_german) == "Baustein hinzufügen"


def test_a_phrase_within_a_message_is_translated_too() -> None:
    error = BadValue(parameter="steps", expected=Phrase("at least {low}", low=1), value="0")
    assert str(error) == "steps must be at least 1, not 0."
    assert error.message.text(_german) == "steps: mindestens 1 statt 0."


def test_a_phrase_survives_copying_and_sending() -> None:
    phrase = Phrase("Add {title}", title="{odd}")
    for made in (pickle.loads(pickle.dumps(phrase)), copy.deepcopy(phrase)):
        assert made == phrase
        assert made.text(_german) == "{odd} hinzufügen"


def test_a_message_with_a_phrase_survives_sending() -> None:
    message = Message("x", "{what}", {"what": Phrase("block")})
    assert pickle.loads(pickle.dumps(message)).text(_german) == "Baustein"


def test_whatever_a_message_names_it_stays_one_line() -> None:
    class Odd(LoomError):
        english = "{file} is odd."

    assert str(Odd(file=Path("many\nlines\0of\ud800"))) == r"many\nlines\x00of\ud800 is odd."
    assert str(Odd(file="名\u3000前")) == "名\u3000前 is odd."
    assert len(str(Odd(file="x" * 10**6))) < 1100
