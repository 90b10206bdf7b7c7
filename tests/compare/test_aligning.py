"""What is known of a work mends where its citation was cut, and only by what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.aligning import aligned
from refcheck.model.locators import Locator
from refcheck.model.references import CitedReference, Origin, Reference, Span

RAW = "Braun V, Clarke V. Using thematic ana-\nlysis in psychology. Qual. Res. Psychol. 2006;3(2):77–101."


def cited(raw: str = RAW, *, at: int = 0, kind="list", **parts: str | Locator) -> CitedReference:
    origins = {}
    for name, value in parts.items():
        text = str(value.pages if isinstance(value, Locator) else value)
        start = raw.find(text)
        if start >= 0:
            origins[name] = Origin(span=Span(at + start, at + start + len(text)), raw=text)
    return CitedReference(
        reference=Reference(type="article-journal", **parts), id="1", raw=raw, kind=kind, span=Span(at, at + len(raw)), origins=origins
    )


KNOWN = Reference(
    type="article-journal",
    title="Using thematic analysis in psychology",
    container_title="Qualitative Research in Psychology",
    container_title_short="Qual. Res. Psychol.",
    page=Locator(pages="77-101"),
)


def test_a_title_cut_wrongly_is_mended_with_its_place():
    """The reader erred, not the author: the printed title is the registered one."""
    wrong = cited(at=10, title="Using thematic ana-\nlysis in psychology. Qual", container_title="Res. Psychol", volume="3", issue="2")
    right = aligned(wrong, KNOWN)
    assert right.reference.title == "Using thematic analysis in psychology"
    assert right.reference.container_title == "Qual. Res. Psychol"
    span = right.origins["title"].span
    assert RAW[span.start - 10 : span.end - 10] == right.origins["title"].raw == "Using thematic ana-\nlysis in psychology"


def test_what_was_read_out_of_the_title_goes_with_the_mistake():
    """Half a title is no container."""
    wrong = cited(title="Using thematic ana-", container_title="lysis in psychology")
    right = aligned(wrong, Reference(title="Using thematic analysis in psychology"))
    assert (right.reference.title, right.reference.container_title) == ("Using thematic analysis in psychology", None)
    assert "container_title" not in right.origins


def test_numbers_read_out_of_the_title_go_with_the_mistake():
    """A time of day in a title is no volume and issue."""
    raw = "Roe, A. Notes of Sept 22, 2005 16:40. J Two 202 (1999)."
    wrong = cited(raw, title="Notes of Sept", volume="22", issue="40", container_title="J Two")
    right = aligned(
        wrong, Reference(type="article-journal", title="Notes of Sept 22, 2005 16:40", container_title="Journal Two", issue="5")
    )
    assert right.reference.title == "Notes of Sept 22, 2005 16:40"
    assert (right.reference.volume, right.reference.issue, right.reference.container_title) == (None, None, "J Two")
    assert not {"volume", "issue"} & right.origins.keys()


def test_a_subtitle_left_out_is_not_read_into_the_text():
    """Only what is printed was cited."""
    short = cited("Roe, A. Notes of wells. J Two 2 (1999).", title="Notes of wells", volume="2")
    assert aligned(short, Reference(type="article-journal", title="Notes of wells: a survey", volume="2")) == short


def test_pages_read_as_something_else_are_found_in_the_text():
    """A range that is printed was cited, its end written out or not."""
    right = aligned(cited("Roe A. One. J Two 2001;3(4):1123–9.", page=Locator(pages="2001")), Reference(page=Locator(pages="1123-1129")))
    assert right.reference.page == Locator(pages="1123–9")


@pytest.mark.parametrize(
    ("reference", "known"),
    [
        (cited(title="Using thematic analysis in psychology", page=Locator(pages="77–101")), KNOWN),
        (
            cited("Roe A. Rain and snow in Rome: A history. 2001.", title="Rain and snow in Rome: A history"),
            Reference(title="Rain and snow in Rome"),
        ),
        (cited("Roe A. One word changed here. 2001.", title="One word changed here"), Reference(title="One word altered here")),
        (cited("Roe A. Rivers. 2001.", title="Roe"), Reference(title="Rivers")),
        (cited("Roe A. 12.", page=Locator(pages="12")), Reference(page=Locator(article="e7"))),
        (cited("Roe A. X. Rain. 3, 9-12", page=Locator(pages="9-12"), container_title="Rain"), Reference(page=Locator(pages="9-13"))),
        (cited(kind="structured", title="Using"), KNOWN),
        (cited("", title="Using"), KNOWN),
    ],
)
def test_what_is_right_or_not_printed_stays_as_it_was_read(reference, known):
    """A changed word is the author's, and must stay visible."""
    assert aligned(reference, known) == reference


def test_a_stretch_of_marked_up_text_is_not_offered_for_editing():
    """Its place in the source is known only as that of the whole reference."""
    wrong = cited(title="Using")
    marked = CitedReference(reference=wrong.reference, id="1", raw=RAW, span=Span(0, len(RAW) + 9))
    origin = aligned(marked, KNOWN).origins["title"]
    assert (origin.via, origin.span) == ("derived", Span(0, len(RAW) + 9))


@given(st.text("ab .-\nßé1", max_size=30), st.text("ab .-\nßé1", max_size=12), st.text("ab 1", max_size=8))
def test_no_text_breaks_the_alignment_and_spans_point_at_their_text(raw: str, title: str, container: str):
    """Whatever is printed and known."""
    known = Reference(title=title or None, container_title=container or None, page=Locator(pages="1-11"))
    found = aligned(cited(raw, at=3, title="b a", container_title="zz"), known)
    for origin in found.origins.values():
        assert origin.via == "derived" or raw[origin.span.start - 3 : origin.span.end - 3] == origin.raw
