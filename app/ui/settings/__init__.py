"""The settings: the dialog, its pages, and what is remembered."""
