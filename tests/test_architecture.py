"""The rules of the house: who may know whom, and how big a room may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "briefing_app"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAR = {"readers", "analysis", "store", "memo"}
CONNECTORS = {"importing", "reading_ahead", "reading_worker", "reading_pool", "sample"}
"""Small modules through which both the command line and the window connect the star's points."""

MAY_IMPORT = {
    "errors": set(),
    "resources": set(),
    "settings": set(),
    "fetching": {"errors"},
    "libreoffice": {"errors"},
    "domain": {"errors"},
    **{name: {"domain", "errors", "libreoffice", "resources"} for name in STAR},
    "importing": {"domain", "errors", "readers", "reading_pool", "reading_process", "store"},
    "reading_process": {
        "analysis",
        "domain",
        "errors",
        "libreoffice",
        "readers",
        "settings",
        "store",
    },
    "reading_worker": {"errors", "reading_process"},
    "reading_ahead": set(),
    "reading_pool": {
        "domain",
        "errors",
        "readers",
        "reading_ahead",
        "reading_process",
        "reading_worker",
    },
    "sample": {"domain", "errors", "resources", "importing", "readers", "analysis", "store"},
    "cli": {"domain", "errors", "settings", "resources"} | STAR | CONNECTORS,
    "gui": {"domain", "errors", "fetching", "settings", "resources"} | STAR | CONNECTORS,
    "__main__": {"cli", "gui"},
}

OWNERS = {
    "PySide6": ["gui"],
    "shiboken6": ["gui"],
    "sqlite3": ["store"],
    "sqlite_utils": ["store"],
    "docx": ["memo"],
    "lxml": ["memo", "readers"],
    "PIL": ["memo/drawn_letters.py", "memo/timeline_picture.py", "readers/picture.py"],
    "openpyxl": ["memo/quotes_table.py"],
    "lxml_html_clean": ["readers"],
}
PARSERS = {"trafilatura", "charset_normalizer", "pypdfium2", "msoffcrypto", "olefile",
           "cryptography"}  # fmt: skip
VAGUE = {"utils", "util", "helpers", "helper", "misc", "manager", "common", "tools", "stuff"}
FILE_LINES = 500
FUNCTION_LINES = 60

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported(module: Path) -> Iterator[str]:
    """Dotted names of everything imported anywhere in the module, even in functions."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(dotted_or_path: str | Path) -> str:
    """Which part of the program a module belongs to: "readers", "cli", ..."""
    if isinstance(dotted_or_path, Path):
        return dotted_or_path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return dotted_or_path.split(".")[1]


@each_module
def test_a_part_imports_only_the_parts_it_may_know(module: Path) -> None:
    own = part(module)
    names = {n for n in imported(module) if n.startswith("briefing_app.")}
    known = {part(name) for name in names} - {own, "__version__"}
    assert known <= MAY_IMPORT.get(own, set())


@each_module
def test_a_heavy_library_has_one_owner(module: Path) -> None:
    place = module.relative_to(PACKAGE).as_posix()
    for library in {name.split(".")[0] for name in imported(module)}:
        owners = OWNERS.get(library)
        assert not owners or any(place == o or place.startswith(f"{o}/") for o in owners), library


def test_every_parser_is_used_by_one_reader_only() -> None:
    users: dict[str, list[str]] = {}
    for module in MODULES:
        for library in {name.split(".")[0] for name in imported(module)} & PARSERS:
            users.setdefault(library, []).append(module.relative_to(PACKAGE).as_posix())
    assert users
    for library, modules in users.items():
        assert len(modules) == 1, (library, modules)
        assert modules[0].startswith("readers/"), (library, modules)


@each_module
def test_files_and_functions_are_small_enough_to_read(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name


@each_module
def test_names_of_modules_say_what_they_hold(module: Path) -> None:
    names = {name.removesuffix(".py") for name in module.relative_to(PACKAGE).parts}
    assert not names & VAGUE


@each_module
def test_a_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(tree(module))


def has_behaviour(module: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(module)))


@pytest.mark.parametrize(
    "module",
    [m for m in MODULES if m.stem not in ("__init__", "__main__") and has_behaviour(m)],
    ids=lambda m: str(m.relative_to(PACKAGE)),
)
def test_every_module_has_its_test(module: Path) -> None:
    place = module.relative_to(PACKAGE)
    folder = ROOT / "tests" / place.parent
    if not (folder / f"test_{place.name}").is_file():
        dotted = ".".join(("briefing_app", *place.with_suffix("").parts))
        assert any(dotted in imported(test) for test in folder.glob("test_*.py"))


def in_a_new_process(code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_program_opens_no_socket() -> None:
    loaded = in_a_new_process(
        "import importlib, pkgutil, sys\n"
        "def watch(event, arguments):\n"
        "    if event.startswith('socket.') and event != 'socket.gethostname':\n"
        "        raise RuntimeError(f'{event} {arguments}')\n"
        "sys.addaudithook(watch)\n"
        "import briefing_app\n"
        "for module in pkgutil.walk_packages(briefing_app.__path__, 'briefing_app.'):\n"
        "    importlib.import_module(module.name)\n"
        "    print(module.name)\n"
    )
    assert "briefing_app.gui.app" in loaded.split()


def test_the_command_line_loads_no_window_and_no_parser_before_it_needs_one() -> None:
    loaded = in_a_new_process(
        "import sys, briefing_app.cli\nprint(*{name.split('.')[0] for name in sys.modules})"
    ).split()
    assert not {"PySide6", "trafilatura", "docx", "dateparser", "lxml"} & set(loaded)


def test_the_window_loads_no_parser_and_no_writer_before_it_needs_one() -> None:
    loaded = in_a_new_process(
        "import sys, briefing_app.gui.app\nprint(*{name.split('.')[0] for name in sys.modules})"
    ).split()
    heavy = {"trafilatura", "docx", "dateparser", "pypdfium2", "openpyxl", "PIL"}
    assert "PySide6" in loaded
    assert not heavy & set(loaded)
