"""Pictures of cards are kept while they are of use, and within bounds."""

from __future__ import annotations

import pytest

from app.ui.canvas import drawing
from app.ui.canvas.cards.items import Card
from app.ui.canvas.drawing import CardPictures
from tests.ui.canvas.toys import Hand


@pytest.fixture
def cards(hand: Hand) -> list[Card]:
    nodes = [hand.add("Blur", 300 * number, 0) for number in range(4)]
    return [hand.canvas.projection.cards[node] for node in nodes]


def test_a_card_is_drawn_again_only_once_it_looks_different(cards: list[Card]) -> None:
    pictures = CardPictures()
    first = pictures.of(cards[0], 1.0, 1.0)
    assert pictures.of(cards[0], 1.0, 1.0) is first
    assert pictures.of(cards[0], 0.5, 1.0) is not first
    first = pictures.of(cards[0], 1.0, 1.0)
    cards[0].set_dimmed(True)
    assert pictures.of(cards[0], 1.0, 1.0) is not first


def test_a_picture_has_the_pixels_of_its_screen(cards: list[Card]) -> None:
    plain, fine = (CardPictures().of(cards[0], 1.0, ratio) for ratio in (1.0, 2.0))
    assert fine.devicePixelRatio() == 2.0
    assert fine.width() == pytest.approx(2 * plain.width(), abs=2)


def test_pictures_take_no_more_room_than_they_may(
    cards: list[Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = CardPictures()
    first = pictures.of(cards[0], 1.0, 1.0)
    monkeypatch.setattr(drawing, "_ROOM", 3 * first.width() * first.height() * 4)
    for card in cards[1:]:
        pictures.of(card, 1.0, 1.0)
    last = pictures.of(cards[3], 1.0, 1.0)
    assert pictures.of(cards[3], 1.0, 1.0) is last
    assert pictures.of(cards[0], 1.0, 1.0) is not first


def test_pictures_of_cards_that_are_gone_are_forgotten(hand: Hand, cards: list[Card]) -> None:
    pictures = CardPictures()
    first = pictures.of(cards[0], 1.0, 1.0)
    hand.canvas.select([cards[0].id])
    hand.canvas.delete_selected()
    pictures.of(cards[1], 1.0, 1.0)
    assert pictures.of(cards[0], 1.0, 1.0) is not first
