"""What became of a work after it was published: notices on it, and other versions of it."""
