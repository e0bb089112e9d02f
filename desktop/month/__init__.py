"""The room of the month."""
