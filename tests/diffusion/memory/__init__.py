"""Where networks lie while they work."""
