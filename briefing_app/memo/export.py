"""The way out: check the quotes, build the memo, write it."""

from __future__ import annotations

import os

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import ComposedMemo
from briefing_app.errors import MarkingMissing, QuotesDiffer
from briefing_app.memo import citation
from briefing_app.memo.build import build
from briefing_app.memo.form import DEFAULT, load, of
from briefing_app.memo.integrity import check_quotes
from briefing_app.memo.marking import unmarked


def export(briefing: Briefing, path: str | os.PathLike[str], *, marked: bool = False) -> None:
    """Write the memo as a Word document.

    Raises what `checked` does, and UnreadableFile: no writing there. BriefingError: the
    office's template, which the memo's options name, is not there or cannot be used.
    """
    memo = checked(briefing, marked=marked)
    # Word's library takes a quarter of a second to load, so only who exports pays for it.
    from briefing_app.memo import docx_writer
    from briefing_app.memo.office_template.template import open_template

    office = briefing.memo.options.get("template", "")
    template = open_template(office) if office else None
    docx_writer.write(memo, path, of(briefing.memo), template)


def checked(briefing: Briefing, *, marked: bool = False) -> ComposedMemo:
    """Build the memo, if it may go out.

    Quotes that are not verbatim keep it back; with `marked` they go out with a mark.

    Raises QuotesDiffer: with the list of what differs. MarkingMissing: with the places that
    lack a mark.
    """
    lacking = unmarked(briefing)
    if lacking:
        places = "One place has" if len(lacking) == 1 else f"{len(lacking)} places have"
        raise MarkingMissing(
            f"{places} no mark, and the memo’s marking scheme demands one.",
            "Mark them, or choose another scheme for the memo.",
            tuple(lacking),
        )
    differences = check_quotes(briefing)
    if differences and not marked:
        count = len(differences)
        what = "A quote differs" if count == 1 else f"{count} quotes differ"
        raise QuotesDiffer(
            f"{what} from the articles, so the memo was not written.",
            "Correct the quotes, or export them marked as not verbatim.",
            differences,
        )
    return build(briefing, {difference.entry_id for difference in differences})


def cite(article: Article) -> str:
    """The full citation of an article as plain text."""
    return citation.plain(article, load(DEFAULT))
