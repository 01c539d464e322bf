"""What a librarian does with the data: the only code that opens sessions.

It takes and returns plain values and frozen dataclasses; rows never leave it. Modules import the
models inside functions or are themselves imported late, so that the first frame does not wait for
the ORM.
"""
