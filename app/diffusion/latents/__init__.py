"""Latents: blank ones and those of pictures, joined, cut, mixed and kept."""
