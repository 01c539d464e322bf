"""Every German sentence that is not content of the guide, one module an area.

A class holds what belongs together; faults of the file are told in
:mod:`gartenjahr_tui.store.errors`.
"""
