"""What a new user sees first."""
