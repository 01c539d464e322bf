"""Frozen values whose classes are made in no time.

A dataclass is compiled when its module is imported, which takes most of a millisecond each; the
few dozen that the first frame needs would be a quarter of what the program adds to bare Textual.
"""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A frozen value: its fields are the annotations of its class, in their order.

    Two are equal when they are of the same class and their fields are.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = vars(cls).get("__annotations__", {})
        type.__setattr__(cls, "__match_args__", (*cls.__match_args__, *own))

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the fields in their order or by their names; what has a default may be missing."""
        names, kept = self.__match_args__, vars(self)
        if len(given) > len(names):
            raise TypeError(f"{type(self).__name__} has only {len(names)} fields")
        kept.update(zip(names, given, strict=False))
        for name in names[len(given) :]:
            if name in named:
                kept[name] = named.pop(name)
            elif hasattr(type(self), name):
                kept[name] = getattr(type(self), name)
            else:
                raise TypeError(f"{type(self).__name__} needs {name}")
        if named:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}")

    @property
    def parts(self) -> tuple[Any, ...]:
        """What its fields hold, in their order."""
        return tuple(vars(self)[name] for name in self.__match_args__)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), self.parts))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={part!r}" for name, part in vars(self).items())
        return f"{type(self).__name__}({said})"
