"""What Outlook knows of a message, from whatever it is packed into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from briefing_app.readers.mail.outlook import (
    INTEGER,
    LEVELS,
    STRING,
    STRING8,
    SUBJECT,
    TEXT,
    TEXT_PAGE,
    TIME,
    Item,
    messages,
)


@dataclass
class Held(Item):
    """Properties in a dictionary."""

    values: dict[tuple[int, int], bytes] = field(default_factory=dict)
    inside: list[Held] = field(default_factory=list)
    message: Held | None = None

    def value(self, number: int, kind: int) -> bytes:
        return self.values.get((number, kind), b"")

    def attachments(self) -> Iterator[Item]:
        return iter(self.inside)

    def embedded(self) -> Item | None:
        return self.message


def test_text_of_eight_bits_is_in_the_page_that_the_message_names() -> None:
    page = {(TEXT_PAGE, INTEGER): (1251).to_bytes(4, "little")}
    item = Held({(SUBJECT, STRING8): "Учения\0".encode("cp1251"), **page})
    assert item.text(SUBJECT) == "Учения"
    assert Held({(SUBJECT, STRING): "Übung\0".encode("utf-16-le")}).text(SUBJECT) == "Übung"
    assert Held().text(SUBJECT) == ""


@pytest.mark.parametrize(
    ("locale", "page", "subject"),
    [(1031, "cp1252", "Übung"), (1049, "cp1251", "Учения"), (1025, "cp1256", "تدريب"),
     (1032, "cp1253", "Άσκηση"), (1045, "cp1250", "Ćwiczenie")],
)  # fmt: skip
def test_text_of_eight_bits_without_a_page_is_in_that_of_the_language(
    locale: int, page: str, subject: str
) -> None:
    language = {(0x3FF1, INTEGER): locale.to_bytes(4, "little")}
    assert Held({(SUBJECT, STRING8): subject.encode(page), **language}).text(SUBJECT) == subject


def test_a_moment_is_utc_and_absurd_ones_are_none() -> None:
    assert Held({(1, TIME): (132_225_955_200_000_000).to_bytes(8, "little")}).time(1) == (
        "2020-01-04T07:12:00+00:00"
    )
    assert Held({(1, TIME): b"\xff" * 8}).time(1) == ""
    assert Held().time(1) == ""


def test_messages_within_messages_are_read_but_not_without_end() -> None:
    message = Held({(TEXT, STRING): "The innermost".encode("utf-16-le")})
    for _ in range(9):
        message = Held(inside=[Held(message=message)])
    found = list(messages(message))
    assert len(found) == LEVELS + 1
    assert found[-1].body.left_out == ["a message that is nested too deeply"]
    assert len(list(messages(message, 9))) == 10


def test_an_attached_object_without_bytes_is_named_and_left_out() -> None:
    sheet = Held({(0x3707, STRING): "Sheet".encode("utf-16-le")})
    (mail,) = messages(Held(inside=[sheet]))
    assert mail.body.attachments == []
    assert mail.body.left_out == ["Sheet"]
