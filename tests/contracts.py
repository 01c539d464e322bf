"""A contract of the architecture that import-linter does not bring along."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class SmallCircles(Contract):
    """Files that import each other, straight or around corners, are few.

    Imports for type checking count: who reads one of the files has to read them all.
    """

    most = fields.IntegerField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find the circles that are too big."""
        circles = set()
        for module in graph.modules:
            around = graph.find_upstream_modules(module) & graph.find_downstream_modules(module)
            circles.add(frozenset({*around, module}))
        big = sorted(sorted(circle) for circle in circles if len(circle) > int(str(self.most)))
        return ContractCheck(kept=not big, metadata={"circles": big})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name the files of each circle."""
        for circle in check.metadata["circles"]:
            output.print_error(f"{len(circle)} files import each other: {', '.join(circle)}")
