"""Teaches the networks of the model in the box: one module a stage, all resumable.

runs         what a stage keeps between two sittings: weights, moments, average, counts
curve        the loss as a table and a picture, while it falls
data         draws the pictures once, in files that are found again
latents      what the codec makes of them, and their captions as tokens
vae          the codec between pictures and latents
words, text  tokenizer and text encoder
noise        noise levels, what the U-Net is asked for, and how much each answer counts
denoiser     the U-Net
control      ControlNets: outlines, depth
style_lora   two further styles as LoRAs
instruct     "make it night": eight channels in
inpaint      paint inside a mask: nine channels in
sampling     pictures of half-taught networks, and sheets of them
export       writes what ships
"""
