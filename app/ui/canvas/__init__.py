"""The canvas: the document drawn as cards and wires, and gestures turned into changes of it."""
