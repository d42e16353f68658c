"""What is asked before files of strangers may do something: graphs that read, and node packs."""
