"""Alembic's scripts; every schema the program ever wrote can be brought up to date."""
