"""Fetching models from the Hugging Face hub and from other addresses, only when the user asks."""
