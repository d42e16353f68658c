"""Videos: their frames in latents, what makes pictures move, and their files."""
