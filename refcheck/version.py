"""The version of the program, told to users and to registries."""

__version__ = "0.1.0"
