"""Every action of the window: what it is called, its keys, and what it does."""
