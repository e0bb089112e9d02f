"""Alembic's scripts: how a plan of each version becomes one of the next."""
