"""What keeps every edit and the queue on the disk, so that nothing ends with the program."""
