"""The worker in a process of its own: what crosses over, who watches it, and what serves there."""
