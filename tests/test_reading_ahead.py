"""Reading on in a thread while what was read is worked on, but not too far ahead."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from briefing_app import reading_ahead
from briefing_app.reading_ahead import AHEAD_BYTES, AHEAD_ITEMS, Room, read_ahead


@dataclass(frozen=True)
class Piece:
    number: int
    size: int = 1


def pieces(count: int) -> Callable[[Callable[[], bool]], Iterator[Piece]]:
    return lambda _is_stopped: (Piece(number) for number in range(count))


def test_all_comes_in_its_order() -> None:
    assert list(read_ahead(pieces(5000))) == [Piece(number) for number in range(5000)]


def test_reading_waits_for_room_and_stops_waiting_when_it_is_to_stop() -> None:
    room, piece = Room(), Piece(0)
    assert all(room.take(piece, lambda: False) for _ in range(AHEAD_ITEMS))
    assert not room.take(piece, lambda: True)
    room.give([piece])
    assert room.take(piece, lambda: False)


def test_one_item_of_any_size_has_room_and_no_second_one() -> None:
    room = Room()
    assert room.take(Piece(0, 2 * AHEAD_BYTES), lambda: False)
    assert not room.take(Piece(1), lambda: True)


def test_no_more_is_read_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "AHEAD_ITEMS", 3)
    made: list[int] = []

    def read(_is_stopped: Callable[[], bool]) -> Iterator[Piece]:
        for number in range(100):
            made.append(number)
            yield Piece(number)

    for piece in read_ahead(read):
        assert len(made) <= piece.number + 5


def test_a_failure_comes_after_what_was_read() -> None:
    def read(_is_stopped: Callable[[], bool]) -> Iterator[Piece]:
        yield Piece(0)
        raise OSError("gone")

    reading = read_ahead(read)
    assert next(reading) == Piece(0)
    with pytest.raises(OSError, match="gone"):
        next(reading)


def test_who_takes_no_more_ends_the_thread() -> None:
    before = threading.active_count()
    reading = read_ahead(pieces(100_000))
    next(reading)
    reading.close()
    assert threading.active_count() == before
