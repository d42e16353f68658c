"""Models in a single file: what they are, how their tensors are called today, and their configs.

Whole checkpoints and their parts come under the names of the programs that first published them.
``resources/configs`` describes each kind that is known, in the diffusers layout; nothing is asked
of a network or of the file beyond its head until a tensor is read.
"""
