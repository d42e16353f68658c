"""Every result of this session and those before, with the graph that made it."""
