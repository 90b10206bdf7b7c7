"""From a cited reference to questions, and from answers to a match. Pure."""
