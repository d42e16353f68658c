"""The program without a window: run, nodes, check, cache. Loads torch only to run, never Qt."""
