"""The player: what moves in the viewer, and how it is saved."""
