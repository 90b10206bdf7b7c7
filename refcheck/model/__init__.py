"""The words of the program: immutable values that the stages hand on."""
