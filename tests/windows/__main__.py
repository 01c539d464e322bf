"""Tries the packaged program out and prints a line for every case: ``python -m tests.windows``.

``python -m tests.windows ZIP`` tries that one; ``--start`` compares its start with that of a bare
Textual app in the same package, as a ratio.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from tests.windows import bench as benches
from tests.windows.conftest import ROOT, newest
from tests.windows.test_packaged import HOME

HERE = Path(__file__).parent
ROUNDS = 8


class Lines:
    """Prints what became of each case."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Print one line, and below it why it went wrong."""
        if report.when != "call" and report.passed:
            return
        what = {"passed": "good", "failed": "BAD", "skipped": "skipped"}[report.outcome]
        self.counts[what] = self.counts.get(what, 0) + 1
        name = report.nodeid.rpartition("::")[2].removeprefix("test_").replace("_", " ")
        print(f"{what:<8}{report.duration:7.1f} s  {name}", flush=True)
        if report.skipped and isinstance(report.longrepr, tuple):
            print(f"         {report.longrepr[2]}")
        elif report.failed:
            print("\n".join(f"         {line}" for line in report.longreprtext.splitlines()[-30:]))


def frame(bench: benches.Bench, script: str, mark: str, *call: str) -> float:
    """Seconds from start to the first frame that shows the mark."""
    begun = time.perf_counter()
    window = benches.Window(bench, *call, script=script)
    try:
        window.wait_for(mark)
        return time.perf_counter() - begun
    finally:
        window.close()


def compare(bench: benches.Bench) -> None:
    """Print how the start compares, the very first one apart."""
    shutil.copy(ROOT / "tests" / "bench" / "hello_app.py", bench.home)
    bare = f"{bench.named(bench.home)}\\hello_app.py"
    ours = f"{bench.program}\\gartenjahr.py"
    call = ("--daten", bench.named(bench.home / "garten"))
    taken: list[tuple[float, float]] = []
    for number in range(ROUNDS + 1):
        # The very first start finds nothing in the memory of the computer that it has read before.
        pair = frame(bench, bare, "Hallo Garten"), frame(bench, ours, HOME, *call)
        if number == 0:
            print(
                f"first start   {pair[1]:6.2f} s  bare {pair[0]:6.2f} s  {pair[1] / pair[0]:5.2f}"
            )
        else:
            taken.append(pair)
    theirs, own = (median(pair[n] for pair in taken) for n in (0, 1))
    ratios = sorted(own / theirs for theirs, own in taken)
    print(
        f"later starts  {own:6.2f} s  bare {theirs:6.2f} s  {median(ratios):5.2f}"
        f"  ({ratios[0]:.2f} to {ratios[-1]:.2f}, n = {ROUNDS})"
    )


def main() -> int:
    """Try the cases, or compare the start."""
    named = [one for one in sys.argv[1:] if one.endswith(".zip")]
    if named:
        os.environ[benches.PACKAGE] = named[0]
    if "--start" in sys.argv:
        package, folder = newest(), os.environ.get(benches.FOLDER)
        if not package or not folder:
            sys.exit(f"{benches.FOLDER} must name a Wine, and there must be a ZIP")
        bench = benches.Bench(Path(folder).absolute(), package)
        try:
            compare(bench)
        finally:
            bench.end()
        return 0
    lines = Lines()
    options = ["-p", "no:terminal", "-p", "no:cacheprovider", "-o", "addopts="]
    options += ["--import-mode=importlib", "-m", "windows_bench", str(HERE)]
    code = pytest.main([*options, *(one for one in sys.argv[1:] if one.startswith("-k"))], [lines])
    print(", ".join(f"{count} {what}" for what, count in sorted(lines.counts.items())))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
