"""What of a window or a dialog can be read: texts that are cut, lie over one another or outside."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitterHandle,
    QTabWidget,
    QToolButton,
    QWidget,
)

CONTROLS = (
    QLabel
    | QAbstractButton
    | QAbstractScrollArea
    | QAbstractSpinBox
    | QComboBox
    | QDialogButtonBox
    | QLineEdit
    | QTabWidget
)


def visible(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


def path_of(widget: QWidget) -> str:
    """Where a widget is, for the message."""
    names, at = [], widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    text = getattr(widget, "text", str)()
    return f"{' < '.join(names[:4])} {text!r}"


def cut_texts(root: QWidget) -> list[str]:
    """Labels and buttons whose text does not fit; labels that wrap need their height."""
    cut = []
    for widget in visible(root):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QToolButton) and not _shows_words(widget):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width()) - 1
        else:
            fits = widget.width() >= widget.minimumSizeHint().width() - 1
            fits = fits and widget.height() >= widget.minimumSizeHint().height() - 1
            if isinstance(widget, QPushButton | QLabel):
                fits = fits and widget.width() >= widget.sizeHint().width() - 1
        if not fits:
            cut.append(f"{path_of(widget)} {widget.size()} {widget.sizeHint()}")
    return cut


def _shows_words(button: QToolButton) -> bool:
    return button.icon().isNull() or button.toolButtonStyle().name != "ToolButtonIconOnly"


def overlaps(root: QWidget) -> list[str]:
    """Controls beside one another that lie over one another."""
    groups: dict[int, list[QWidget]] = {}
    for widget in visible(root):
        if isinstance(widget, CONTROLS) and not isinstance(widget.parent(), CONTROLS):
            groups.setdefault(id(widget.parentWidget()), []).append(widget)
    return [
        f"{path_of(one)} over {path_of(other)}"
        for group in groups.values()
        for one, other in combinations(group, 2)
        if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry())
    ]


def outside(root: QWidget) -> list[str]:
    """Controls that reach beyond what they are in; what scrolls may."""
    found = []
    for widget in visible(root):
        parent = widget.parentWidget()
        if not isinstance(widget, CONTROLS) or isinstance(widget, QSplitterHandle):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{path_of(widget)} {widget.geometry()} in {parent.rect()}")
    return found


def illegible(root: QWidget) -> list[str]:
    """Everything that keeps a text from being read."""
    return [*cut_texts(root), *overlaps(root), *outside(root)]
