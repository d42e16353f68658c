"""Plain values: numbers, texts and lists, and what is worked out with them."""
