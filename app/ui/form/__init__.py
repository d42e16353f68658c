"""A graph as a form of the parameters that it shows outside."""
