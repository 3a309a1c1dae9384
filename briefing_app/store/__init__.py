"""The briefing file: SQLite behind one door. Start at store.Store."""

from briefing_app.store.backups import Backup
from briefing_app.store.cards import Card, Mark
from briefing_app.store.corrections import Corrected
from briefing_app.store.failures import BrokenOff
from briefing_app.store.finding import EntryHit, Found
from briefing_app.store.fingerprints import Similar
from briefing_app.store.journal import Change
from briefing_app.store.lists import SavedFilter
from briefing_app.store.originals import OriginalsSize
from briefing_app.store.search import Hit
from briefing_app.store.store import Store
from briefing_app.store.versions import Reanchored

__all__ = [
    "Backup", "BrokenOff", "Card", "Change", "Corrected", "EntryHit", "Found", "Hit", "Mark",
    "OriginalsSize", "Reanchored", "SavedFilter", "Similar", "Store",
]  # fmt: skip
