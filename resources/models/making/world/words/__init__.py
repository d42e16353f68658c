"""How captions are put together."""
