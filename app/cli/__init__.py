"""The program without a window: what the first argument asks for. Torch only to run, never Qt."""

COMMANDS = ("run", "nodes", "check", "cache", "convert", "diagnostics")
"""What the first argument can ask for; everything else is for the window."""

WORKER_PROCESS = "--worker-process"
"""Makes the program a process that works for a window; no user has to know it."""
