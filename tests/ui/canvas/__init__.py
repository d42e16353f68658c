"""Tests of the canvas: real mouse and keyboard events on toy kinds of nodes."""
