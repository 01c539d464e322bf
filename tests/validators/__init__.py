"""Foreign validators over everything the program writes; see :mod:`tests.validators.__main__`."""
