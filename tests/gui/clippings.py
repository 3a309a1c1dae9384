"""A folder of clippings that came in: the list of its files has one of each kind to show."""

from __future__ import annotations

from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.main_window import MainWindow
from briefing_app.importing import import_files
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store
from tests.readers.pdf_samples import column, make_pdf

LATER = (("January 4, ", "January 5, "), ("Saturday", "Sunday"), ("500 people", "510 people"))


def import_results(window: MainWindow) -> ImportResults:
    """The list of what became of them, not shown yet."""
    store = window.session.store
    folder = store.path.parent / "Clippings"
    folder.mkdir()
    paths = []
    for name, data in _clippings(store).items():
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    report = import_files(store, paths)
    review = ImportReview(window.session, window.importer, report, [Wanted(p) for p in paths])
    return ImportResults([review], window)


def _clippings(store: Store) -> dict[str, bytes]:
    """Files by name: known, later, odd, locked and damaged ones among such that are fine."""
    ids = store.articles.ids()
    known = next(id for id in ids if store.articles.get(id).headline.startswith("NATO halts"))
    original = store.articles.original(known)
    later = original.data.decode()
    for before, now in LATER:
        later = later.replace(before, now)
    minutes = _pdf("Minutes of the North Atlantic Council")
    return {
        original.name: original.data,
        "nato-suspends-iraq-training-update.txt": later.encode(),
        "council-minutes.pdf": minutes[: len(minutes) // 2],
        "council-minutes-restricted.pdf": _pdf("For members alone", password="geheim"),
        "facsimile-from-baghdad.pdf": make_pdf([[]]),
        "call-with-the-spokesman.mp3": b"ID3\x04" + bytes(60),
        "gulf-shipping-insurers.txt": _clipping(
            *("8 January 2020", "Insurers of ships in the Gulf double their premiums"),
            "Cover for a tanker that passes the Strait of Hormuz costs twice what it did in May.",
            "Two brokers said that some owners now wait off Fujairah until prices come down.",
        ),
        "senators-on-war-powers.txt": _clipping(
            *("7 January 2020", "Senators debate war powers"),
            "A resolution that would end hostilities without a vote of Congress has 47 supporters.",
            "Its sponsor expects that the chamber takes it up before the month is out.",
        ),
        "oil-outlook.txt": _clipping(
            *("7 January 2062", "Oil dearer than for seven months"),
            "Brent crude rose to 70 dollars a barrel before it fell back in the afternoon.",
            "Analysts do not think that supply from Basra is in danger, and look for 65 by summer.",
        ),
        "notes-from-the-pool.txt": _clipping(
            *("", "What the pool heard at the doorstep"),
            "The minister came late, took three questions and left by the garden gate.",
            "Asked whether trainers would go back, he said that this was for the capitals.",
        ),
    }


def _pdf(text: str, password: str = "") -> bytes:
    return make_pdf([column([text], 50, 735, 10)], password=password)


def _clipping(date: str, headline: str, *told: str) -> bytes:
    place = f"LONDON, {date} (Harbor Ledger) - " if date else ""
    return "\n\n".join([headline, place + told[0], *told[1:]]).encode()
