"""Hundreds of random gestures: the canvas shows the document after every one of them."""

from __future__ import annotations

import random

import pytest

from tests.ui.canvas.playing import Player
from tests.ui.canvas.toys import SPECS, Hand, check_canvas


@pytest.mark.parametrize("seed", range(4))
def test_the_canvas_follows_the_document_through_anything(hand: Hand, seed: int) -> None:
    player = Player(hand, random.Random(seed), [spec.title for spec in SPECS])
    for _ in range(100):
        player.play()
        check_canvas(hand.canvas)
    while hand.document.can_redo:
        hand.document.redo()
    end = hand.document.snapshot
    while hand.document.can_undo:
        hand.document.undo()
        check_canvas(hand.canvas)
    assert not hand.graph.nodes
    while hand.document.can_redo:
        hand.document.redo()
    assert hand.document.snapshot == end
    check_canvas(hand.canvas)
