"""What a librarian does with the data: the only code that opens sessions.

It takes and returns plain values and frozen dataclasses. Only :mod:`gartenjahr_tui.workbook.rows`
knows the tables; it and what needs it are imported late, so that the first frame does not wait for
the ORM.
"""
