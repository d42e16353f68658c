"""Faults in the middle of runs of real graphs: no memory, no numbers, Stop, at any point."""
