"""What is seen: the viewer, its pictures, and what can be done with them."""
