"""The rules: one a module, one folder a family. Pure."""
