"""Why a call came to nothing; ``str()`` is a German sentence."""


class WrongCall(Exception):
    """The call cannot be understood; ``str()`` is a German sentence. Exit code 2."""


class CouldNot(Exception):
    """The command could not do what it should; ``str()`` is a German sentence. Exit code 1."""
