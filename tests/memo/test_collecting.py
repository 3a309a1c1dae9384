"""The search for cycles is paused and goes on."""

from __future__ import annotations

import gc

import pytest

from briefing_app.memo import collecting


def test_it_goes_on_afterwards_and_after_an_error() -> None:
    with collecting.paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), collecting.paused():
        raise KeyError
    assert gc.isenabled()


def test_whoever_had_paused_it_already_keeps_it_paused() -> None:
    with collecting.paused():
        with collecting.paused():
            pass
        assert not gc.isenabled()
