"""Measures the finished model: every figure with a fixed seed and beside what chance would give.

codec      how well the VAE gives a picture back
painting   prompts and starts to pictures, through plain diffusers pipelines
prompts    whether pictures show what was asked for
control    whether outlines and depth are followed
changes    image to image, inpainting, editing by instruction
speed      seconds for a picture
sheets     pictures side by side, unpicked
results    what was measured, in files that are found again
"""
