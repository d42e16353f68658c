"""The user's models: which there are, what they are, and fetching more. No torch and no Qt."""
