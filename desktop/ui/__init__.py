"""Shared widgets and painting; they know records and no workspace."""
