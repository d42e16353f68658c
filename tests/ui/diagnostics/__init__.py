"""The log and the diagnostics, as the window shows them."""
