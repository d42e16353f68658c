"""What nodes compute, with torch and diffusers."""
