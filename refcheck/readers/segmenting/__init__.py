"""Find reference lists in plain text and cut them into references."""
