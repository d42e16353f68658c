"""Painting masks over pictures, and bringing them into the graph."""
