"""Builds the ZIP for Windows on Linux: ``python .ci/windows/build.py``; see ``docs/windows.md``.

The wheel of this project and the foreign wheels of ``windows.lock`` are unpacked, not installed,
beside an embeddable CPython, whose every file ``runtime.lock`` knows. What nobody needs is left
out, what is needed is compiled. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import email
import hashlib
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from urllib.request import url2pathname, urlopen

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

COMPILER = "3.13.0"
"""The one CPython whose bytecode is shipped; another 3.13 would write other bytes."""

STAMP = (2026, 1, 1, 0, 0, 0)
EPOCH = "1767225600"

MOST_FILES, MOST_BYTES, LONGEST = 3_000, 60_000_000, 120
"""What the ZIP may hold at most: files, bytes, characters of a path."""

# Without OpenSSL there is nothing of it to keep up to date, and no way into the net to begin with.
NEEDLESS_RUNTIME = frozenset(
    (
        *("_hashlib.pyd", "_ssl.pyd", "libcrypto-3.dll", "libssl-3.dll"),
        *("pythonw.exe", "winsound.pyd", "python313._pth"),
    )
)

_NEEDLESS = re.compile(
    r"(?:^|/)(?:tests?|testing|demo|__pycache__)/"
    r"|\.(?:pyi|pxd|pxi|pyx|h|c|cpp)$|(?:^|/)py\.typed$"
    r"|\.dist-info/(?!METADATA$|entry_points\.txt$)"
    r"|^holidays/(?:countries|financial)/(?!__init__\.py$|germany\.py$)"
    r"|^tzdata/zoneinfo/(?!Europe/|Etc/)[^/]+/"
    r"|^holidays/locale/(?!de/LC_MESSAGES/DE\.mo$)"
)
INSTEAD = {
    # The original loads every country before it answers for one.
    "holidays/countries/__init__.py": b"from holidays.countries.germany import Germany, DE, DEU\n",
    "holidays/financial/__init__.py": b"",
}
"""What stands in a file whose own text would ask for what is left out."""

_LICENCE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice|authors|contributors)[^/]*$", re.I)
_AS_SOURCE = "gartenjahr_tui/store/migrations/"
"""Alembic looks for these by name, and only for sources."""


class Refused(Exception):
    """The build cannot go on; says why."""


def locked(text: str) -> dict[str, tuple[str, str]]:
    """The lines of a lock: normalised name → version, and SHA-256 or nothing."""
    found = re.findall(r"^([\w.-]+)==(\S+?)(?:\s+--hash=sha256:([0-9a-f]{64}))?$", text, re.M)
    return {re.sub(r"[-_.]+", "-", name).lower(): (v, digest) for name, v, digest in found}


def differences(windows: str, requirements: str) -> list[str]:
    """What the lock for Windows says otherwise than the lock of the project."""
    theirs = {name: version for name, (version, _) in locked(requirements).items()}
    wrong = []
    for name, (version, digest) in locked(windows).items():
        if version != theirs.get(name):
            wrong.append(f"{name}: {version} here, {theirs.get(name, 'nothing')} there")
        if not digest:
            wrong.append(f"{name}: no hash")
    return wrong


def sha256(data: bytes) -> str:
    """The digest by which files are known here."""
    return hashlib.sha256(data).hexdigest()


def is_signed(data: bytes) -> bool:
    """Whether a program or library of Windows carries a signature; it is not checked here."""
    if data[:2] != b"MZ":
        return False
    header = struct.unpack_from("<I", data, 0x3C)[0] + 24
    directories = header + (112 if struct.unpack_from("<H", data, header)[0] == 0x20B else 96)
    return bool(struct.unpack_from("<I", data, directories + 4 * 8 + 4)[0])


# What goes in


def runtime_lock() -> dict[str, str]:
    """File → SHA-256 of the pinned runtime and of the package that carries it."""
    lines = (HERE / "runtime.lock").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (x.split("  ") for x in lines if x[:1] != "#")}


def runtime(given: Path | None, cache: Path) -> dict[str, bytes]:
    """The files of the embeddable CPython, pinned or brought along.

    Raises:
        Refused: It is not what it should be.
    """
    known = runtime_lock()
    carrier = next(name for name in known if name.endswith(".tar.gz"))
    if given is None:
        given = cache / carrier
        if not given.exists():
            given.write_bytes(_download(carrier))
    if given.suffix == ".zip":
        with zipfile.ZipFile(given) as brought:
            files = {name: brought.read(name) for name in brought.namelist() if "/" not in name}
        if not {"python.exe", "python313.dll", "python313.zip", "LICENSE.txt"} <= files.keys():
            raise Refused(f"{given}: this is no embeddable CPython 3.13")
    else:
        if sha256(given.read_bytes()) != known.pop(carrier):
            raise Refused(f"{given}: another file than runtime.lock knows")
        with tarfile.open(given) as tar:
            member = next(m for m in tar.getmembers() if m.name.endswith("/data.zip"))
            inner = tar.extractfile(member)
            assert inner is not None
            with zipfile.ZipFile(io.BytesIO(inner.read())) as data:
                files = {
                    PurePosixPath(name).name: data.read(name)
                    for name in data.namelist()
                    if name.startswith("cp313/") and not name.endswith("/")
                }
        if {name: sha256(data) for name, data in files.items()} != known:
            raise Refused(f"{given}: its files are others than runtime.lock knows")
    return {name: data for name, data in files.items() if name not in NEEDLESS_RUNTIME}


def _download(file: str) -> bytes:
    """Take a file from where pip looks, without running anything that is in it.

    Raises:
        Refused: pip knows no such file.
    """
    name, version = file.removesuffix(".tar.gz").rsplit("-", 1)
    pip = [sys.executable, "-m", "pip", "index", "versions", name, "-vv"]
    said = subprocess.run(pip, capture_output=True, text=True, check=False).stdout
    links = re.findall(rf"Found link (\S*/{re.escape(file)})", said)
    if not links:
        raise Refused(f"pip finds no {name} {version}; --runtime FILE takes one from this disk")
    parts = urlsplit(links[0])
    if parts.scheme == "file":
        return Path(url2pathname(parts.path)).read_bytes()
    with urlopen(links[0]) as answer:  # noqa: S310
        data: bytes = answer.read()
    return data


def foreign_wheels(cache: Path) -> list[Path]:
    """The wheels of ``windows.lock``; only what is missing is fetched.

    Raises:
        Refused: They cannot be had.
    """
    wanted = {h for _, h in locked((HERE / "windows.lock").read_text("utf-8")).values()}
    have = _by_digest(cache)
    if not wanted <= have.keys():
        pip = [sys.executable, "-m", "pip", "download", "-q", "--require-hashes", "--no-deps"]
        pip += ["--only-binary", ":all:", "--platform", "win_amd64", "--python-version", "3.13"]
        pip += ["--implementation", "cp", "-r", str(HERE / "windows.lock"), "-d", str(cache)]
        if subprocess.run(pip, check=False).returncode:
            raise Refused("pip could not fetch the wheels; said above")
        have = _by_digest(cache)
    return [have[digest] for digest in wanted]


def _by_digest(folder: Path) -> dict[str, Path]:
    return {sha256(wheel.read_bytes()): wheel for wheel in folder.glob("*.whl")}


def own_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout.

    Raises:
        Refused: It cannot be built.
    """
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        [*build, str(ROOT)], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(done.stdout + done.stderr)
    return next(folder.glob("*.whl"))


def contents(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """What a wheel puts into the folder of libraries."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            head, data, rest = name.partition(".data/")
            kind, _, place = rest.partition("/")
            if name.endswith("/") or (data and kind not in ("purelib", "platlib")):
                continue
            yield (place if data else head), archive.read(name)


# What comes out


def lay_out(folder: Path, wheels: list[Path], python: dict[str, bytes], version: str) -> None:
    """Unpack everything that is needed, as a person will find it.

    Raises:
        Refused: Two wheels hold the same file, or one has no licence.
    """
    lib = folder / "lib"
    licences = [("CPython", python["LICENSE.txt"].decode("utf-8", "replace"))]
    for wheel in sorted(wheels, key=lambda wheel: wheel.name.lower()):
        title, texts = wheel.name, []
        for name, data in contents(wheel):
            if name.endswith(".dist-info/METADATA"):
                facts = email.message_from_bytes(data)
                title = f"{facts['Name']} {facts['Version']}"
            if _LICENCE.search(name):
                texts.append(data.decode("utf-8", "replace"))
            if not _NEEDLESS.search(name):
                if (lib / name).exists():
                    raise Refused(f"{wheel.name}: {name} is there already")
                _put(lib / name, INSTEAD.get(name, data))
        if not texts:
            raise Refused(f"{wheel.name}: no licence in it")
        licences += [(title, text) for text in dict.fromkeys(texts)]
    for name, data in python.items():
        _put(folder / "runtime" / name, data)
    _put(folder / "runtime" / "python313._pth", b"python313.zip\r\n.\r\n..\\lib\r\n")
    pages = [f"{title}\n{'=' * len(title)}\n\n{text.strip()}\n" for title, text in licences]
    _put(folder / "LIZENZEN.txt", _for_windows("\n\n".join(pages)))
    for extra in (*(HERE / "extra").iterdir(), ROOT / "docs" / "windows.md"):
        text = extra.read_text(encoding="utf-8").replace("{version}", version)
        # A batch file and a module must not begin with the sign that says UTF-8.
        data = _for_windows(text)
        _put(folder / extra.name, data if extra.suffix in (".txt", ".md") else data[3:])


def _for_windows(text: str) -> bytes:
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def compile_all(lib: Path, compiler: str) -> None:
    """Put bytecode in the place of the sources.

    Raises:
        Refused: The compiler is another one, or something cannot be compiled.
    """
    tell = [compiler, "-I", "-c", "import platform; print(platform.python_version())"]
    try:
        found = subprocess.run(tell, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = "nothing"
    if found != COMPILER:
        raise Refused(f"{compiler} is {found}; --compiler must name CPython {COMPILER}")
    # Alone and with a fixed hash: so the bytes depend on nothing but the sources.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": EPOCH}
    call = [compiler, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    call += ["-s", str(lib), "-p", "lib"]
    for more in (["-b", str(lib)], [str(lib / _AS_SOURCE)]):
        if subprocess.run([*call, *more], env=environment, check=False).returncode:
            raise Refused("something cannot be compiled; said above")
    for source in lib.rglob("*.py"):
        if source.relative_to(lib).as_posix().startswith(_AS_SOURCE):
            source.with_suffix(".pyc").unlink()
        else:
            source.unlink()


def pack(folder: Path, target: Path) -> dict[str, bytes]:
    """Write the ZIP, and beside it its SHA-256 and the list of all files.

    Returns:
        The files.

    Raises:
        Refused: It has outgrown what a stick and an old path can take.
    """
    files = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name])
    size, longest = target.stat().st_size, max(map(len, files))
    whole = sum(map(len, files.values())) / 1e6
    print(f"{target}: {len(files)} files, {whole:.1f} MB, as ZIP {size / 1e6:.1f} MB,")
    print(f"  longest path {longest}, sha256 {sha256(target.read_bytes())}")
    if len(files) > MOST_FILES or size > MOST_BYTES or longest > LONGEST:
        raise Refused(f"more than {MOST_FILES} files, {MOST_BYTES} bytes or {LONGEST} characters")
    digest = f"{sha256(target.read_bytes())}  {target.name}\n"
    target.with_suffix(".zip.sha256").write_text(digest, encoding="utf-8")
    rows = ["SHA-256\tsigniert\tDatei"]
    for name, data in sorted(files.items()):
        signed = "-" if data[:2] != b"MZ" else "ja" if is_signed(data) else "nein"
        rows.append(f"{sha256(data)}\t{signed}\t{name}")
    listed = "\n".join(rows) + "\n"
    target.with_suffix(".dateien.tsv").write_text(listed, encoding="utf-8")
    return files


def build(target: Path, cache: Path, given: Path | None, compiler: str) -> Path:
    """Build everything; return the ZIP.

    Raises:
        Refused: It cannot be built; says why.
    """
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    if wrong := differences((HERE / "windows.lock").read_text(encoding="utf-8"), lock):
        raise Refused("windows.lock and requirements.lock differ:\n  " + "\n  ".join(wrong))
    cache.mkdir(parents=True, exist_ok=True)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        ours = own_wheel(Path(work))
        version = ours.name.split("-")[1]
        folder = Path(work) / f"Gartenjahr-{version}"
        lay_out(folder, [ours, *foreign_wheels(cache)], runtime(given, cache), version)
        compile_all(folder / "lib", compiler)
        result = target / f"Gartenjahr-{version}-Windows.zip"
        pack(folder, result)
    return result


def _compiler() -> str:
    found = Path(shutil.which("python3.13") or "python3.13")
    # What pyenv puts on the path only runs the version that was chosen for a folder.
    of_pyenv = found.parent.parent / "versions" / COMPILER / "bin" / "python3.13"
    return str(of_pyenv if of_pyenv.exists() else found)


def main() -> None:
    """Read the call and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=ROOT / "dist", help="folder of the ZIP")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gartenjahr-windows"
    parser.add_argument("--cache", type=Path, default=cache, help="folder of what was fetched")
    parser.add_argument("--runtime", type=Path, help="python-3.13.x-embed-amd64.zip from your IT")
    parser.add_argument("--compiler", default=_compiler(), help=f"CPython {COMPILER}")
    options = parser.parse_args()
    try:
        build(options.target, options.cache, options.runtime, options.compiler)
    except Refused as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
