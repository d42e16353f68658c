"""The desktop and the terminal around the window."""
