"""What the run itself could not do."""
