"""The inspector: what is selected, as rows that can be changed."""
