"""What there is to see, each thing as a list of filled outlines: the alphabet is `forms`."""
