"""Work on pixels and masks, and their files."""
