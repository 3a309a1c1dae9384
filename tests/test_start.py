"""start.py sets a small stand-in project up: the same script, a real .venv, no network."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

START = Path(__file__).resolve().parents[1] / "start.py"

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "briefing-app"
version = "1"
[project.optional-dependencies]
dev = []
"""
BACKEND = """\
import pathlib, zipfile
INFO = "briefing_app-1.dist-info"
def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "briefing_app-1-py3-none-any.whl"
    files = {
        "briefing_app.pth": str(pathlib.Path.cwd()),
        INFO + "/METADATA": "Metadata-Version: 2.1\\nName: briefing-app\\nVersion: 1\\n"
                            "Provides-Extra: dev\\n",
        INFO + "/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\n"
                         "Tag: py3-none-any\\n",
    }
    record = "".join(f"{file},,\\n" for file in [*files, INFO + "/RECORD"])
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        for file, text in {**files, INFO + "/RECORD": record}.items():
            wheel.writestr(file, text)
    return name
build_wheel = build_editable
"""
PROGRAM = "import json, sys; print(json.dumps(sys.argv[1:])); sys.exit(sys.argv[1:] == ['fail'])"
PYTEST = "import json, os, sys; print(json.dumps([os.environ['QT_QPA_PLATFORM'], *sys.argv[1:]]))"


class Project:
    """A folder with start.py and a project that needs no other packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.packages = folder / "packages"
        (folder / "briefing_app").mkdir(parents=True)
        shutil.copy(START, folder)
        for name, text in {
            "pyproject.toml": PYPROJECT,
            "backend.py": BACKEND,
            "pytest.py": PYTEST,
            "briefing_app/__init__.py": "",
            "briefing_app/__main__.py": PROGRAM,
        }.items():
            (folder / name).write_text(text, encoding="utf-8")

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        inherited = {k: v for k, v in os.environ.items() if k not in unset}
        command = [sys.executable, str(self.folder / "start.py"), *arguments]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=self.folder.parent,
            env=inherited | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull} | environment,
        )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("start") / "project with spaces")


@pytest.fixture(scope="module")
def first(project: Project) -> subprocess.CompletedProcess[str]:
    return project.start("list", "a b.briefing", "--json")


@pytest.fixture
def ready(project: Project, first: object) -> Project:
    return project


def test_the_first_start_sets_up_and_hands_the_arguments_on(
    first: subprocess.CompletedProcess[str],
) -> None:
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout) == ["list", "a b.briefing", "--json"]
    assert "Installing" in first.stderr


def test_a_second_start_sets_nothing_up(ready: Project) -> None:
    done = ready.start("list")
    assert (json.loads(done.stdout), done.stderr) == (["list"], "")


def test_the_exit_status_is_that_of_the_program(ready: Project) -> None:
    assert ready.start("fail").returncode == 1


def test_without_a_display_it_says_so_and_names_what_works(ready: Project) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can be without a display")
    for arguments in ([], ["talks.briefing"]):
        done = ready.start(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert "no display" in done.stderr
        for word in ("test", "import", "export", "check"):
            assert f"start.py {word} " in done.stderr


def test_other_requirements_are_installed_at_the_next_start(ready: Project) -> None:
    pyproject = ready.folder / "pyproject.toml"
    pyproject.write_text(PYPROJECT + "# changed\n", encoding="utf-8")
    assert "Installing" in ready.start("list").stderr
    assert ready.start("list").stderr == ""


def test_a_failed_installation_is_told_and_mended_later(ready: Project) -> None:
    pyproject = ready.folder / "pyproject.toml"
    pyproject.write_text(PYPROJECT.replace("[]", '["no-such-package"]', 1), encoding="utf-8")
    failed = ready.start("list")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "The installation failed" in failed.stderr
    assert "Traceback" not in failed.stderr
    pyproject.write_text(PYPROJECT, encoding="utf-8")
    mended = ready.start("list")
    assert mended.returncode == 0
    assert "afresh" not in mended.stderr


@pytest.mark.parametrize("damage", ["interrupted", "python gone"])
def test_a_half_made_environment_heals_itself(ready: Project, damage: str) -> None:
    venv = ready.folder / ".venv"
    if damage == "interrupted":
        (venv / "start-unfinished").touch()
        (venv / "start-stamp.json").unlink()
    else:
        shutil.rmtree(venv / ("Scripts" if os.name == "nt" else "bin"))
    healed = ready.start("list")
    assert healed.returncode == 0
    assert "afresh" in healed.stderr
    assert ready.start("list").stderr == ""


def imported_start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for dpkg and apt: lists libgl1 as installed, logs what is asked of apt-get."""
    tools = tmp_path / "bin"
    tools.mkdir()
    status = {"libgl1": "installed", "libglib2.0-0t64": "installed", "libegl1": "config-files"}
    lines = "\n".join(f"echo '{name} {state}'" for name, state in status.items())
    for name, text in {
        "dpkg-query": f"{lines}\nexit 1",
        "apt-get": f'echo "$@" >> "{tmp_path}/apt.log"',
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/bin:/usr/bin")
    return tmp_path / "apt.log"


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="about Debian packages")


@linux_only
def test_the_one_command_is_printed_where_packages_cannot_be_installed(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start = imported_start()
    monkeypatch.setattr(start, "is_root", lambda: False)
    with pytest.raises(SystemExit, match="1"):
        start.need_libraries(start.QT_LIBRARIES)
    told = capsys.readouterr().err.splitlines()[-1].split()
    assert told[:3] == ["sudo", "apt-get", "install"]
    assert told[5:] == ["libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"]
    assert not debian.exists()


@linux_only
def test_missing_libraries_are_installed_as_root(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = imported_start()
    monkeypatch.setattr(start, "is_root", lambda: True)
    start.need_libraries(start.QT_LIBRARIES)
    update, install = debian.read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert "libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 fonts-noto-core" in install
    assert "libgl1 " not in install


def test_tests_run_off_screen_with_their_arguments(ready: Project, tmp_path: Path) -> None:
    done = ready.start("test", "-n0", "-k", "two words", PATH=str(tmp_path))
    assert json.loads(done.stdout) == ["offscreen", "-n0", "-k", "two words"]
    assert "Installing" in done.stderr
    assert ready.start("list").stderr == ""


@pytest.mark.parametrize("cores", [2, 64])
def test_tests_run_side_by_side_on_all_cores_up_to_eight(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    shared = ["-n", str(min(cores, 8)), "--dist", "loadfile"]
    assert imported_start().side_by_side(["-q", "-k", "undo"]) == shared


@pytest.mark.parametrize(
    "arguments", [["-n0"], ["-n", "4"], ["--pdb"], ["-p", "no:xdist"], ["-k", "undo", "-s"]]
)
def test_tests_run_as_their_arguments_say(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert imported_start().side_by_side(arguments) == []


def test_one_core_tests_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert imported_start().side_by_side([]) == []
