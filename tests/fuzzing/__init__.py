"""Workspaces that nobody would write, put through every verb: `make fuzz`."""
