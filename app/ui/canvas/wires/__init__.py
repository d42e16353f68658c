"""Wires, and the dots that lead them."""
