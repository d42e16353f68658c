"""The nodes that come with the program: one file a node, or a few close kin."""
