"""Networks that look at pictures: how far things are, what they are, and how people stand."""
