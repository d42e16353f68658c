"""Pictures beside, over and against each other."""
