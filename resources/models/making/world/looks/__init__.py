"""How things become pixels, in different looks."""
