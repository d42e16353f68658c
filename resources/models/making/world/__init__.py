"""Pocket World: small pictures that a program draws, with captions that say exactly what they show.

    picture     what a picture is made of, as plain values
    sampling    picks one at random, and says which combinations no training may see
    captions    says it in words (of words/), and lists what the words claim
    drawing     draws it: pixels, which part every pixel belongs to, depth, boxes
    things/     house, trees, animals and so on, as filled outlines
    looks/      paints the same things in different styles
    edits       changes a picture, and says the change as an instruction
    sheet       contact sheets, to look at all this

Nothing here needs torch. Coordinates are fractions of the picture's side: x to the right, y down,
both 0..1.
"""
