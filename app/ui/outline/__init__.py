"""The graph as a tree, for keyboards and screen readers."""
