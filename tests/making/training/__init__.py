"""How the networks of the model in the box are taught, in tiny sizes."""
