"""Draws all that the window can show into a folder, for a person to look at.

python -m tests.journeys.pictures FOLDER [--look dark] [--scene reading]

One PNG a scene and look, named `<scene>-<look>.png`; nothing is asserted here.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_app.gui import direction, files
from briefing_app.gui.app import make_application
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.sample import make_sample
from briefing_app.store import Store
from tests.gui.dialog_scenes import DIALOGS
from tests.gui.scenes import WINDOWS, furnish, menus, reading


@dataclass(frozen=True)
class Look:
    """How the window is set up; locale: a language tag that decides the direction."""

    theme: str = "light"
    locale: str = "en"
    scale: float = 1.0
    size: tuple[int, int] = (1440, 900)


SMALL = (1100, 700)
LOOKS = {
    "light": Look(),
    "dark": Look(theme="dark"),
    "arabic": Look(locale="ar"),
    "hebrew-dark": Look(theme="dark", locale="he"),
    "small": Look(size=SMALL),
    "150": Look(scale=1.5),
    "200": Look(scale=2.0),
    "200-small": Look(scale=2.0, size=SMALL),
    "arabic-200": Look(locale="ar", scale=2.0),
}


def draw_all(folder: Path, looks: list[str], scenes: list[str]) -> Iterator[Path]:
    """Draw these scenes in these looks; gives the path of each picture once it is there."""
    for look in looks:
        for scene in scenes:
            path = folder / f"{scene.replace(' ', '-')}-{look}.png"
            with TemporaryDirectory() as home, _window(LOOKS[look], Path(home)) as window:
                _picture(window, scene).save(str(path))
            yield path


@contextmanager
def _window(look: Look, home: Path) -> Iterator[MainWindow]:
    """The window on a furnished sample."""
    os.environ["BRIEFING_APP_CONFIG"] = str(home / "config")
    files.home_folder = lambda: home / "Briefings"
    QLocale.setDefault(QLocale(look.locale))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    direction.dress(app)
    theme = Theme(look.theme, look.scale)
    theme.apply()
    window = MainWindow(Session(), theme)
    window.resize(*look.size)
    window.show()
    window.activateWindow()
    window.files.open(_sample(home))
    QTest.qWait(30)
    yield window
    QThreadPool.globalInstance().waitForDone()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _sample(home: Path, made: list[Path] = []) -> Path:  # noqa: B006 made once, kept for all
    if not made:
        made.append(make_sample(Path(_KEPT.name) / "sample.briefing"))
        with Store.open(made[0]) as store:
            furnish(store)
    return Path(shutil.copy(made[0], home / "NATO and Iran.briefing"))


def _picture(window: MainWindow, scene: str) -> QPixmap:
    shown: QWidget
    if scene in WINDOWS:
        shown = WINDOWS[scene](window)
    elif scene in DIALOGS:
        reading(window)
        shown = DIALOGS[scene](window)
        shown.show()
    else:
        reading(window)
        shown = menus(window)[scene]
        assert isinstance(shown, QMenu)
        shown.popup(window.pos())
    QTest.qWait(150)
    picture = shown.grab()
    if shown is not window:
        shown.close()
    return picture


_KEPT = TemporaryDirectory()


def main() -> None:
    """Draw what the command line asks for, all without a word."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", action="append", choices=LOOKS, help="may stand more than once")
    parser.add_argument("--scene", action="append", help="may stand more than once")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = make_application(["pictures"])
    scenes = asked.scene or [*WINDOWS, *DIALOGS, "File", "Briefing"]
    for path in draw_all(asked.folder, asked.look or list(LOOKS), scenes):
        print(path)
    app.quit()


if __name__ == "__main__":
    main()
