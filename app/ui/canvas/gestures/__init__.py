"""What the mouse does between press and release."""
