"""Drives a headless Chromium by WebDriver, which is plain HTTP: no package is needed for it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""How WebDriver says that something is an element."""

KEYS = {"tab": "\ue004", "enter": "\ue007", "space": "\ue00d", "down": "\ue015", "shift": "\ue008"}

_SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=de"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Browser:
    """A window of Chromium; what it downloads lies in ``downloads``."""

    def __init__(self, server: str, downloads: Path) -> None:
        self._server, self.downloads = server, downloads
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        options = {
            "binary": shutil.which("chromium"),
            "args": list(_SWITCHES),
            "prefs": {"download.default_directory": str(downloads)},
        }
        wanted = {"goog:chromeOptions": options, "unhandledPromptBehavior": "accept"}
        made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{made['sessionId']}"

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self._server + path, data, method=method)
        with self._opener.open(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def _do(self, path: str, **body: Any) -> Any:
        return self._call("POST", self._session + path, body)

    def open(self, file: Path) -> None:
        self._do("/url", url=file.as_uri())

    def run(self, script: str, *args: Any) -> Any:
        """Run a script in the page, past its policy, and return what it returns."""
        return self._do("/execute/sync", script=script, args=list(args))

    def run_async(self, script: str) -> Any:
        return self._do("/execute/async", script=script, args=[])

    def click(self, css: str, text: str = "") -> None:
        """Click as a mouse does the first thing so described, that says so."""
        found = self._do("/elements", using="css selector", value=css)
        for one in found:
            said = self._call("GET", f"{self._session}/element/{one[ELEMENT]}/text")
            if text in said:
                self._do(f"/element/{one[ELEMENT]}/click")
                return
        raise AssertionError((css, text))

    def press(self, *keys: str) -> None:
        """Press keys, or type a text, where the focus is."""
        signs = "".join(KEYS.get(key, key) for key in keys)
        actions = [{"type": d, "value": sign} for sign in signs for d in ("keyDown", "keyUp")]
        self._do("/actions", actions=[{"type": "key", "id": "k", "actions": actions}])

    def accept(self) -> None:
        """Say yes to what the page asks in a box of its own."""
        self._do("/alert/accept")

    def choose_file(self, css: str, file: Path) -> None:
        """Choose a file where the page takes one."""
        (found,) = self._do("/elements", using="css selector", value=css)
        self._do(f"/element/{found[ELEMENT]}/value", text=str(file))

    def downloaded(self, name: str) -> Path:
        """A file that was saved, once it is whole."""
        file = self.downloads / name
        for _ in range(2000):
            if file.exists():
                return file
            self.run("return 0")
        raise AssertionError(name)

    def without_storage(self) -> None:
        """Forbid every page that is opened from now on to keep anything."""
        refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error(); }})"
        self._cdp("Page.addScriptToEvaluateOnNewDocument", {"source": refuse})

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self._cdp("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._cdp("Emulation.setEmulatedMedia", {"features": [scheme]})

    def _cdp(self, cmd: str, params: dict[str, Any]) -> None:
        self._do("/goog/cdp/execute", cmd=cmd, params=params)

    def until(self, script: str) -> None:
        """Wait in the page, frame by frame, until a condition holds there."""
        told = self.run_async(
            "const done = arguments[0], end = Date.now() + 20000;"
            f"const look = () => ({script}) ? done('') : Date.now() > end ? done('never')"
            " : requestAnimationFrame(look); look();"
        )
        assert not told, script

    def quit(self) -> None:
        self._call("DELETE", self._session)


@contextmanager
def chromium(downloads: Path) -> Iterator[Browser]:
    """A browser of one's own; the test is skipped where there is none."""
    driver = shutil.which("chromedriver")
    if not (driver and shutil.which("chromium")):
        pytest.skip("Chromium (chromium, chromium-driver) ist hier nicht eingerichtet")
    server = subprocess.Popen(
        [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert server.stdout
    try:
        port = next(
            found[1] for line in server.stdout if (found := re.search(r"port (\d+)\.", line))
        )
        browser = Browser(f"http://127.0.0.1:{port}", downloads)
        try:
            yield browser
        finally:
            browser.quit()
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


def axe() -> str:
    """The source of axe; the test is skipped where it is not installed (``npm i -g axe-core``)."""
    npm = shutil.which("npm")
    folder = (
        npm
        and subprocess.run(
            [npm, "root", "-g"], capture_output=True, text=True, check=False
        ).stdout.strip()
    )
    source = Path(folder or ".") / "axe-core" / "axe.min.js"
    if not source.is_file():
        pytest.skip("axe-core (npm install -g axe-core) ist hier nicht eingerichtet")
    return source.read_text("utf-8")
