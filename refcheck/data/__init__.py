"""Tables and word lists shipped with the program."""
