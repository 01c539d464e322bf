"""The one SQLite file: where it lies, how it is opened, locked, migrated, copied.

Modules that the first frame needs (``paths``, ``errors``, ``glance``, ``marker``) use the standard
library only; the others import SQLAlchemy, alembic and filelock and are imported late.
"""
