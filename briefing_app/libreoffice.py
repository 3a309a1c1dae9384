"""LibreOffice, where it is installed: files of one kind turned into another.

It runs as a program of its own with a profile of its own, so that one that is open does not
matter. In that profile nothing that a file brings along is run, and nothing that it points at is
fetched.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing_app.errors import UnreadableFile

PATIENCE_S = 0.2
"""Between two looks at whether the conversion is still wanted."""

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_TRIES = 2
_kept_profile: Path | None = None
_NOWHERE = "127.0.0.1"
_SETTINGS: dict[str, dict[str, str | int | bool]] = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": 3,
        "DisableMacrosExecution": True,
        "DisableActiveContent": True,
        "BlockUntrustedRefererLinks": True,
    },
    "Office.Writer/Content/Update": {"Link": 2, "Field": False, "Chart": False},
    "Inet/Settings": {
        "ooInetProxyType": 2,
        "ooInetNoProxy": "",
        **{f"ooInet{kind}ProxyName": _NOWHERE for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": 9 for kind in ("HTTP", "HTTPS", "FTP")},
    },
}
"""What holds in the profile: no macros, no links that are updated, no way to the network."""


def program() -> str:
    """Path of LibreOffice, "" where it is not installed."""
    known = next((place for place in _USUAL_PLACES if Path(place).is_file()), "")
    return shutil.which("soffice") or shutil.which("libreoffice") or known


def keep_profile_in(folder: Path) -> None:
    """Keep the profile there from now on, which makes every start but the first one faster."""
    global _kept_profile
    _kept_profile = folder / "profile"


def convert(
    data: bytes,
    name: str,
    to: str,
    seconds: float,
    progress: Callable[[object], None] | None = None,
) -> bytes:
    """A file as another kind.

    name      it is called so while LibreOffice reads it: plain letters, with its extension
    to        extension of what is wanted, or extension, filter and options as --convert-to has them
    progress  called with None several times a second; when it raises, LibreOffice is stopped and
              what it raised goes on
    Raises UnreadableFile: LibreOffice is missing, cannot read it, or took longer than `seconds`.
    """
    soffice = program()
    if not soffice:
        raise UnreadableFile("LibreOffice is not installed.")
    with tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as folder:
        given, made = Path(folder, name), Path(folder, "made")
        given.write_bytes(data)
        profile = _kept_profile or Path(folder, "profile")
        command = [
            soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", to, "--outdir", str(made), str(given),
        ]  # fmt: skip
        until = time.monotonic() + seconds
        for _ in range(_TRIES):
            _confine(profile)
            fell_over = True
            try:
                fell_over = _run(command, until - time.monotonic(), progress)
            finally:
                if fell_over:  # it may have left its profile in pieces
                    shutil.rmtree(profile, ignore_errors=True)
            results = sorted(made.iterdir()) if made.is_dir() else []
            if results:
                return results[0].read_bytes()
            if not fell_over:
                break
        raise UnreadableFile("LibreOffice could not read it.")


def _confine(profile: Path) -> None:
    """Write the profile's settings, unless it has some."""
    file = profile / "user" / "registrymodifications.xcu"
    if file.exists():
        return
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>\n"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n',
        encoding="utf-8",
    )


def _run(command: list[str], seconds: float, progress: Callable[[object], None] | None) -> bool:
    """Run it to its end; whether it fell over, as it sometimes does when it starts."""
    blind = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), f"http://{_NOWHERE}:9")
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **blind, "no_proxy": "", "SAL_USE_VCLPLUGIN": "svp"},
        creationflags=0x08000000 if sys.platform == "win32" else 0,  # no window of a console
    )
    until = time.monotonic() + seconds
    try:
        while not _has_ended(process, min(PATIENCE_S, until - time.monotonic())):
            if progress is not None:
                progress(None)
            if time.monotonic() >= until:
                raise UnreadableFile(f"LibreOffice took longer than {seconds:.0f} seconds.")
    except BaseException:
        _stop(process)
        raise
    return process.returncode != 0


def _has_ended(process: subprocess.Popen[bytes], wait_s: float) -> bool:
    try:
        process.wait(max(0.0, wait_s))
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End it with what it has started: soffice only starts the process that does the work."""
    import psutil

    with contextlib.suppress(psutil.Error):
        started = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for child in started:
            with contextlib.suppress(psutil.Error):
                child.kill()
    process.kill()
    process.wait()
