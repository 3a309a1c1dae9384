"""Which list of a Word document a numbered paragraph belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from briefing_app.domain.memo import Paragraph, Role
from briefing_app.memo.word_xml import NAMESPACES

HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)


@dataclass(frozen=True)
class Numbering:
    """How the roles of a document are numbered.

    definitions  of each role whose numbers start anew: the list definition (abstractNum)
    levels       level of a role's paragraphs in its definition, where it is not the first
    fixed        lists (num) of roles whose paragraphs must name theirs, and that never restart
    is_shared    the document numbers paragraphs of its own, so a role's first list is new too
    """

    definitions: Mapping[Role, int]
    levels: Mapping[Role, int] = field(default_factory=dict)
    fixed: Mapping[Role, int] = field(default_factory=dict)
    is_shared: bool = False


OWN = Numbering({Role.NUMBER: 1, Role.OPTION: 2})
"""The definitions of the shared style files."""


class Lists:
    """Lets the numbers of each role start at 1 below every heading, or run on throughout."""

    def __init__(self, part: Any, numbering: Numbering, *, run_on: bool) -> None:
        self._part = part
        self._numbering = numbering
        self._run_on = run_on
        taken = (int(num.get(qn("w:numId"))) for num in part.iterchildren(qn("w:num")))
        self._next = max(taken, default=0) + 1
        self._begun: set[Role] = set(numbering.definitions) if numbering.is_shared else set()
        self._open: dict[Role, int] = {}

    def number_id(self, block: Paragraph) -> int:
        """The list that a paragraph belongs to, 0 for none (or the style's own)."""
        role = block.role
        if role in HEADINGS and not self._run_on:
            self._open.clear()
        if role not in self._numbering.definitions:
            return self._numbering.fixed.get(role, 0)
        if role not in self._open:
            self._open[role] = self._another(role) if role in self._begun else 0
            self._begun.add(role)
        return self._open[role]

    def level(self, block: Paragraph) -> int:
        """Of the paragraph in its list, from 0."""
        return self._numbering.levels.get(block.role, 0)

    def _another(self, role: Role) -> int:
        number, self._next = self._next, self._next + 1
        level = self._numbering.levels.get(role, 0)
        self._part.append(
            parse_xml(
                f'<w:num {NAMESPACES} w:numId="{number}">'
                f'<w:abstractNumId w:val="{self._numbering.definitions[role]}"/>'
                f'<w:lvlOverride w:ilvl="{level}">'
                '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number
