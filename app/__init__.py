"""Latent Loom: a desktop node editor for diffusion models."""

__version__ = "0.1.0"
