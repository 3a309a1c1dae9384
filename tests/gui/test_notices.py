"""The strip that says what happened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from briefing_app.gui.notices import BOTTOM_GAP_PX, NoticeBar
from briefing_app.gui.session import Notice
from briefing_app.gui.theme import Theme


def make_bar(qtbot) -> tuple[QWidget, NoticeBar]:
    theme = Theme()
    theme.apply()
    host = QWidget()
    host.resize(900, 600)
    qtbot.addWidget(host)
    bar = NoticeBar(host, theme)
    host.show()
    return host, bar


def button(bar: NoticeBar, text: str) -> QPushButton:
    return next(b for b in bar.findChildren(QPushButton) if b.text() == text)


def test_a_notice_stands_at_the_bottom_and_does_its_one_thing(qtbot) -> None:
    host, bar = make_bar(qtbot)
    done = []
    bar.say(Notice("Quote added to 2 NATO position", "Undo", lambda: done.append("undone")))
    assert bar.text == "Quote added to 2 NATO position"
    assert bar.geometry().bottom() <= host.height() - BOTTOM_GAP_PX
    assert abs(bar.geometry().center().x() - host.width() // 2) <= 2
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert bar.text == ""


def test_an_answer_by_mouse_or_keys_leaves_the_keyboard_where_the_user_works(qtbot) -> None:
    host, bar = make_bar(qtbot)
    elsewhere, place = QLineEdit(host), QLineEdit(host)
    elsewhere.show()
    place.show()
    host.activateWindow()
    place.setFocus()
    qtbot.waitUntil(place.hasFocus)
    bar.say(Notice("Text corrected", "Undo", print))
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert place.hasFocus()
    bar.say(Notice("Text corrected", "Undo", print))
    bar.take_keyboard()
    assert button(bar, "Undo").hasFocus()
    qtbot.keyClick(button(bar, "Undo"), Qt.Key.Key_Space)
    assert bar.text == ""
    assert place.hasFocus()


def test_the_newest_notice_wins(qtbot) -> None:
    _, bar = make_bar(qtbot)
    bar.say(Notice("first", "Undo", print))
    bar.say(Notice("second"))
    assert bar.text == "second"
    assert [b.text() for b in bar.findChildren(QPushButton) if b.isVisible()] == []


def test_a_long_problem_is_wrapped_and_can_be_closed(qtbot) -> None:
    host, bar = make_bar(qtbot)
    bar.say(Notice("The file cannot be read because " * 12, is_problem=True))
    assert bar.width() < host.width()
    assert bar.height() > 60
    qtbot.mouseClick(button(bar, "Close"), Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_notice_stays_in_the_middle_when_the_window_grows(qtbot) -> None:
    host, bar = make_bar(qtbot)
    bar.say(Notice("Memo exported"))
    host.resize(1400, 800)
    assert abs(bar.geometry().center().x() - 700) <= 2


def test_an_offer_to_undo_goes_when_another_change_follows(qtbot) -> None:
    _, bar = make_bar(qtbot)
    bar.say(Notice("Memo exported", "Open", print))
    bar.outdate()
    assert bar.text == "Memo exported"
    bar.say(Notice("Article deleted", "Undo", print, offers_undo=True))
    bar.outdate()
    assert bar.text == ""


def test_a_notice_of_the_start_stands_in_the_middle_of_the_window(qtbot) -> None:
    theme = Theme()
    theme.apply()
    host = QWidget()
    qtbot.addWidget(host)
    bar = NoticeBar(host, theme)
    bar.say(Notice("Open for reading only"))
    host.resize(1400, 800)
    host.show()
    assert abs(bar.geometry().center().x() - 700) <= 2


def test_a_question_stays_until_it_is_answered(qtbot) -> None:
    _, bar = make_bar(qtbot)
    answers: list[str] = []
    question = Notice(
        "3 new files", "Import", print, refusal="Not now", refuse=lambda: answers.append("no")
    )
    bar.say(question)
    assert not bar._timer.isActive()
    qtbot.mouseClick(button(bar, "Not now"), Qt.MouseButton.LeftButton)
    assert answers == ["no"]
    assert bar.text == ""


def test_a_question_that_others_covered_is_asked_again_until_it_is_answered(qtbot) -> None:
    _, bar = make_bar(qtbot)
    waiting = {"2 new files", "5 new files"}
    for text in sorted(waiting):
        refuse = partial(waiting.discard, text)
        still = partial(waiting.__contains__, text)
        bar.say(Notice(text, "Import", print, refusal="Not now", refuse=refuse, is_open=still))
    bar.say(Notice("Quote added", "Undo", print, offers_undo=True))
    assert bar.text == "Quote added"
    bar.outdate()
    assert bar.text == "5 new files"
    bar.say(Notice("Memo exported"))
    bar._timer.timeout.emit()
    assert bar.text == "5 new files"
    waiting.discard("2 new files")
    qtbot.mouseClick(button(bar, "Not now"), Qt.MouseButton.LeftButton)
    assert (bar.text, waiting) == ("", set())


def test_a_question_that_was_answered_elsewhere_is_asked_no_longer(qtbot) -> None:
    _, bar = make_bar(qtbot)
    waiting = ["1 much like others"]
    still = partial(waiting.__contains__, "1 much like others")
    bar.say(Notice(waiting[0], "Review", print, refusal="Close", is_open=still))
    bar.withdraw()
    assert bar.text == "1 much like others"
    waiting.clear()
    bar.withdraw()
    assert bar.text == ""
    bar.say(Notice("Memo exported"))
    bar.withdraw()
    assert bar.text == "Memo exported"


def test_a_notice_waits_while_the_keyboard_is_at_it(qtbot) -> None:
    host, bar = make_bar(qtbot)
    qtbot.waitExposed(host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    bar.say(Notice("3 imported, 1 could not be read", "Review", print, is_problem=True))
    assert bar.is_answerable
    bar.take_keyboard()
    assert button(bar, "Review").hasFocus()
    assert not bar._timer.isActive()
    button(bar, "Close").setFocus()
    button(bar, "Close").clearFocus()
    assert bar._timer.isActive()
    bar.say(Notice("Memo exported"))
    assert not bar.is_answerable
