"""Help about kinds of nodes, beside the graph."""
