"""Turns weights that were saved as pickles into safetensors, without ever running what is in them.

The pickle is read by a process of its own that may do nothing but read this file and write that one
(``sandbox.py``); in it, only the names of tensors and their storages mean anything
(``unpickling.py``). Where a system cannot hold a process to that, nothing is converted.
"""
