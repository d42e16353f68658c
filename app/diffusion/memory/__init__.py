"""Where networks lie while they work: what fits is measured, and the rest comes in pieces."""
