#!/usr/bin/env python3
"""Set up and run: `python3 start.py` opens the sample briefing, `python3 start.py test` tests.

Anything else is handed to the program: `python3 start.py export FILE OUT.docx`. Needs nothing
but Python 3.11; what it says about setting up goes to stderr.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "start-stamp.json"
UNFINISHED = VENV / "start-unfinished"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Debian packages; where a library has had several names, any of them will do and the first is
# the one to ask for.
QT_LIBRARIES = (
    ("libgl1",),
    ("libegl1",),
    ("libglib2.0-0", "libglib2.0-0t64"),
    ("libdbus-1-3",),
    ("libfontconfig1",),
    ("libxkbcommon0",),
)
SCREEN_LIBRARIES = (
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxkbcommon-x11-0",),
)
FONTS = (("fonts-noto-core",),)

MOST_WORKERS = 8
"""Processes that test side by side; more of them wait for the longest files of tests."""

SAYS_HOW = ("-n", "--numprocesses", "--dist", "-pno:xdist", "no:xdist")
"""How pytest's arguments begin that say how many processes test."""

LOOKS_INSIDE = ("--pdb", "--trace", "-s", "--capture=no", "--collect-only", "--co")
"""Arguments for which all must happen in one process."""

WITHOUT_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
What works without one:
  python3 start.py test                        run all tests
  python3 start.py sample FILE                 make the sample briefing
  python3 start.py new FILE                    begin a briefing
  python3 start.py import FILE ARTICLES...     import articles
  python3 start.py list FILE                   list them; `search FILE WORDS` finds them
  python3 start.py export FILE OUT.docx        write the Word memo
  python3 start.py check FILE                  verify a briefing
"""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run; returns the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this file must say so itself)
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    testing = arguments[:1] == ["test"]
    window = opens_window(arguments)
    set_up(with_tests=testing)
    if testing:
        need_libraries(QT_LIBRARIES)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return run("-m", "pytest", *side_by_side(arguments[1:]), *arguments[1:], folder=ROOT)
    if window and not has_display():
        say(WITHOUT_DISPLAY)
        return 1
    if window:
        need_libraries(QT_LIBRARIES + SCREEN_LIBRARIES)
    return run("-m", "briefing_app", *arguments)


def opens_window(arguments: list[str]) -> bool:
    """True unless the arguments are a command that works without a screen."""
    return not arguments or arguments[0].endswith(".briefing")


def side_by_side(arguments: list[str]) -> list[str]:
    """What has pytest use every core, unless the arguments say how many or want to look inside."""
    cores = min(os.cpu_count() or 1, MOST_WORKERS)
    is_told = any(each.startswith(SAYS_HOW) or each in LOOKS_INSIDE for each in arguments)
    return [] if cores == 1 or is_told else ["-n", str(cores), "--dist", "loadfile"]


def has_display() -> bool:
    """True where Qt will find a screen to draw on."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def set_up(*, with_tests: bool) -> None:
    """Make `.venv` hold the program and all it needs; does nothing when that is so already."""
    stamp = read_stamp()
    # Once the test tools are in, they are kept up to date as well.
    with_tests = with_tests or bool(stamp.get("tests"))
    wanted = {"key": key(), "tests": with_tests}
    if stamp == wanted and PYTHON.exists():
        return
    make_venv()
    STAMP.unlink(missing_ok=True)
    UNFINISHED.touch()
    say("Installing what the program needs (once; some 100 MB) ...")
    project = f"{ROOT}[dev]" if with_tests else str(ROOT)
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--editable", project]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    status = subprocess.call(command, stdout=sys.stderr, env=environment)
    UNFINISHED.unlink()
    if status:
        stop("The installation failed; the reason stands above. Mend it and start again.")
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    say("Ready.")


def key() -> str:
    """What the installation depends on, as one digest."""
    parts = (sys.version, str(ROOT), (ROOT / "pyproject.toml").read_text("utf-8"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def read_stamp() -> dict[str, object]:
    """What the last finished set-up installed; empty when there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def make_venv() -> None:
    """Create `.venv`, anew where it is half made or belongs to another Python."""
    if VENV.exists() and not UNFINISHED.exists() and venv_works():
        return
    if VENV.exists():
        say("The last set-up did not finish, or was for another Python: starting it afresh.")
        shutil.rmtree(VENV)
    if not importlib.util.find_spec("ensurepip") or not importlib.util.find_spec("venv"):
        minor = f"{sys.version_info.major}.{sys.version_info.minor}"
        install([f"python{minor}-venv"], "Python's venv module is missing.")
    say("Creating .venv ...")
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)], stdout=sys.stderr):
        shutil.rmtree(VENV, ignore_errors=True)
        stop("Python could not create a virtual environment; the reason stands above.")


def venv_works() -> bool:
    """True if `.venv` holds this Python's minor version and a pip that starts."""
    test = "import pip, sys; print(sys.version_info[:2])"
    try:
        answer = subprocess.run([str(PYTHON), "-c", test], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:2])


def need_libraries(libraries: tuple[tuple[str, ...], ...]) -> None:
    """See that the system libraries of Qt are there, as far as Debian's dpkg can tell."""
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return
    missing = missing_packages(libraries)
    if is_root():
        missing += missing_packages(FONTS)
    if missing:
        install(missing, "Qt needs system libraries that are not here.")


def missing_packages(packages: tuple[tuple[str, ...], ...]) -> list[str]:
    """Those of the packages of which no name is installed."""
    names = [name for alternatives in packages for name in alternatives]
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    installed = {line.split()[0] for line in answer if line.endswith(" installed")}
    return [names[0] for names in packages if not installed.intersection(names)]


def install(packages: list[str], reason: str) -> None:
    """Install Debian packages when root; otherwise stop with the one command that does."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    advice = f"{reason} Run this, then start again:\n  sudo {' '.join(command)}"
    if not shutil.which("apt-get"):
        stop(f"{reason} Install it with your system's package tool: {' '.join(packages)}")
    if not is_root():
        stop(advice)
    say(f"{reason} Installing {' '.join(packages)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "--quiet=2"], [*command, "--quiet=2"]):
        if subprocess.call(step, stdout=sys.stderr, env=environment):
            stop(f"`{' '.join(step)}` failed; the reason stands above.")


def is_root() -> bool:
    """True where packages can be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(*arguments: str, folder: Path | None = None) -> int:
    """Run the environment's Python; its exit status, where this process outlives it."""
    command = [str(PYTHON), *arguments]
    if os.name != "nt":
        # Taking this process's place, the program gets the signals that are meant for it.
        os.chdir(folder or Path.cwd())
        os.execv(command[0], command)
    return subprocess.call(command, cwd=folder)


def say(text: str) -> None:
    """Talk to the user without touching stdout, which belongs to the program."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Say why it cannot go on, and leave."""
    say(text)
    raise SystemExit(1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
