"""What the user edits: documents, changes, files. Standard library only."""
