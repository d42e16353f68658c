"""The panel of models: which there are, putting them on the canvas, and fetching more."""
