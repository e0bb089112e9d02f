"""Wochenwerk's program: rules (`planning`), feeds, the window and its rooms, the command line (`commands`)."""

__version__ = "0.1.0"
