"""The files of graphs, and what is open between one start and the next."""
