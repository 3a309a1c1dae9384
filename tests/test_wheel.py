"""The packed program: everything inside, and working without the checkout."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of the wheel, as pip would lay them down."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, folder: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_resources_and_sample_articles_are_inside(unpacked: Path) -> None:
    for folder in ("resources", "seeds"):
        packed = unpacked / "briefing_app" / "data" / folder
        inside = {f.relative_to(packed) for f in packed.rglob("*") if f.is_file()}
        wanted = {f.relative_to(ROOT / folder) for f in (ROOT / folder).rglob("*") if f.is_file()}
        assert inside == wanted
        assert inside


def test_nothing_else_is_inside(unpacked: Path) -> None:
    assert {f.name.split("-")[0] for f in unpacked.iterdir()} == {"briefing_app"}
    assert not list(unpacked.rglob("test_*"))
    assert not list(unpacked.rglob("*.briefing"))


def test_both_commands_are_declared(unpacked: Path) -> None:
    declared = configparser.ConfigParser()
    declared.read(next(unpacked.glob("*.dist-info/entry_points.txt")))
    assert declared["console_scripts"]["briefing"] == "briefing_app.cli:main"
    assert declared["gui_scripts"]["briefing-app"] == "briefing_app.__main__:main"


def test_the_menu_entry_and_its_icon_come_along(unpacked: Path) -> None:
    shared = next(unpacked.glob("*.data")) / "data" / "share"
    assert (shared / "applications" / "briefing-app.desktop").is_file()
    assert (shared / "icons/hicolor/scalable/apps/briefing-app.svg").is_file()


def test_the_licence_comes_along(unpacked: Path) -> None:
    licence = next(unpacked.glob("*.dist-info/licenses/LICENSE"))
    assert "The Briefing App authors" in licence.read_text("utf-8")


def test_the_sample_is_made_and_exported_from_another_folder(
    unpacked: Path, tmp_path: Path
) -> None:
    where = run(unpacked, tmp_path, "-c", "import briefing_app; print(briefing_app.__file__)")
    assert Path(where.strip()).is_relative_to(unpacked)
    run(unpacked, tmp_path, "-m", "briefing_app", "sample", "sample.briefing")
    run(unpacked, tmp_path, "-m", "briefing_app", "export", "sample.briefing", "memo.docx")
    assert zipfile.is_zipfile(tmp_path / "memo.docx")


def test_the_window_finds_its_icons_and_style_in_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    shown = run(
        unpacked,
        tmp_path,
        "-c",
        "from briefing_app.gui.app import make_application\n"
        "from briefing_app import resources\n"
        "app = make_application(['briefing-app'])\n"
        "print(app.windowIcon().isNull(), resources.path('style.qss'))\n",
    )
    is_null, style = shown.split(maxsplit=1)
    assert is_null == "False"
    assert Path(style.strip()).is_relative_to(unpacked)
