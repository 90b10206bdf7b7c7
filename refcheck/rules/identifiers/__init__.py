"""What identifiers are, and where they lead."""
