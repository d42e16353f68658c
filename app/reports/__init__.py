"""What the program tells of itself: its log, its crashes, and the diagnostics that are copied."""
