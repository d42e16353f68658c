"""The program without a window: run, nodes, check. Knows no Qt and loads torch only to run."""
