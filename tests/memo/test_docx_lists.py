"""Numbers begin anew below a heading, in the document's own list or in a further one."""

from __future__ import annotations

from docx.oxml import parse_xml

from briefing_app.domain.memo import Paragraph, Role
from briefing_app.memo.docx_lists import OWN, Lists, Numbering
from briefing_app.memo.word_xml import NAMESPACES
from tests.memo.docx_lint import W

OUTLINE = (Role.NUMBER, Role.NUMBER, Role.HEADING_1, Role.NUMBER, Role.OPTION, Role.BULLET)


def numbers(numbering: Numbering, *, run_on: bool = False) -> tuple[list[int], list[str]]:
    """The list of each paragraph of OUTLINE, and the definitions of the lists that were made."""
    part = parse_xml(
        f'<w:numbering {NAMESPACES}><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    lists = Lists(part, numbering, run_on=run_on)
    found = [lists.number_id(Paragraph(role, ())) for role in OUTLINE]
    made = part.findall(f"{W}num")[1:]
    return found, [num.find(f"{W}abstractNumId").get(f"{W}val") for num in made]


def test_below_a_heading_a_new_list_begins() -> None:
    assert numbers(OWN) == ([0, 0, 0, 8, 0, 0], ["1"])


def test_numbers_that_run_on_need_no_further_list() -> None:
    assert numbers(OWN, run_on=True) == ([0, 0, 0, 0, 0, 0], [])


def test_a_document_with_lists_of_its_own_never_shares_them() -> None:
    shared = Numbering({Role.NUMBER: 3, Role.OPTION: 4}, fixed={Role.BULLET: 7}, is_shared=True)
    assert numbers(shared) == ([8, 8, 0, 9, 10, 7], ["3", "3", "4"])


def test_a_deeper_level_is_the_one_that_begins_anew() -> None:
    part = parse_xml(f"<w:numbering {NAMESPACES}/>")
    lists = Lists(part, Numbering({Role.NUMBER: 3}, {Role.NUMBER: 2}, is_shared=True), run_on=False)
    block = Paragraph(Role.NUMBER, ())
    assert (lists.number_id(block), lists.level(block)) == (1, 2)
    assert part.find(f"{W}num/{W}lvlOverride").get(f"{W}ilvl") == "2"
