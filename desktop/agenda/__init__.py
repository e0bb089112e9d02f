"""The agenda: the week as a list, and everything that can be done to it without dragging."""
