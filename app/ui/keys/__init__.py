"""Which keys do what, and the sheet that shows them."""
