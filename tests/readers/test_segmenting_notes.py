"""References in footnotes and endnotes: taken where no list is, remarks and works cited again left."""

import pytest

from refcheck.model.documents import Document
from refcheck.readers.article import read

WORKS = [
    "Aas, B. The quiet road: Walking in the north. Oslo: Field Press, 2011.",
    "Bui, T. H., and L. Chen. “Paths that last.” Journal of Footways 12, no. 3 (2016): 45–67.",
    "Dörfler, K. Gehen lernen. Bern: Wegverlag, 2009.",
    "Evans, M. “Hedges and gates.” In Walking country, edited by P. Quill, 10–31. Leeds: Lane University Press, 2018.",
]
PROSE = "The road was mended when nobody looked, and this is what they found there when they came back."
AGAIN = ["Ibid., p. 12.", "Ebd., S. 44.", "Ders., a.a.O., S. 9.", "Op. cit., pp. 3–5.", "Evans (note 4), 12.", "Aas, p. 100."]


def raws(text):
    return [" ".join(cited.raw.split()) for cited in read(Document(name="walk.txt", text=text)).references]


def numbered(notes, form="{} {}"):
    return "\n".join(form.format(place, note) for place, note in enumerate(notes, 1))


@pytest.mark.parametrize("form", ["{} {}", "[{}] {}", "{}. {}"])
@pytest.mark.parametrize("heading", ["Notes\n\n", "Anmerkungen\n\n", ""])
def test_notes_give_their_references_without_remarks_and_works_cited_again(form, heading):
    notes = [
        WORKS[0],
        AGAIN[0],
        WORKS[1],
        "The committee was of another mind when it met again.",
        WORKS[2],
        *AGAIN[1:3],
        WORKS[3],
        AGAIN[4],
    ]
    assert raws(f"{PROSE}\n\n{heading}{numbered(notes, form)}\n") == WORKS


@pytest.mark.parametrize("again", AGAIN)
def test_a_work_cited_again_is_no_reference(again):
    notes = [WORKS[0], again, WORKS[1], again, WORKS[2]]
    assert raws(f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n") == WORKS[:3]


def test_raised_numbers_label_notes_at_the_foot_of_pages():
    marks = "¹²³⁴"
    pages = [f"{PROSE}{mark}\n\n{mark}{work}\n" for mark, work in zip(marks, WORKS, strict=True)]
    assert raws("\f".join(pages)) == WORKS


def test_words_before_a_reference_are_no_part_of_it():
    notes = [f"See {WORKS[0]}", f"Vgl. {WORKS[1]}", f"Voir aussi {WORKS[2]}", AGAIN[0], AGAIN[1]]
    assert raws(f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n") == WORKS[:3]


@pytest.mark.parametrize("heading", ["References", "Literatur"])
def test_a_numbered_list_under_its_heading_is_none_of_notes_whatever_its_titles_say(heading):
    """Titles hold words of sentences too; a work cited again tells notes under any heading."""
    prose = ["Foss, A. What there is when they were here. Oslo: Field Press, 2013.", "Gray, B. This was what it is. Bern: Wegverlag, 2014."]
    works = [*WORKS, *prose]
    assert raws(f"{PROSE}\n\n{heading}\n\n{numbered(works)}\n") == works
    again = [WORKS[0], AGAIN[0], WORKS[1], AGAIN[1], WORKS[2]]
    assert raws(f"{PROSE}\n\n{heading}\n\n{numbered(again)}\n") == WORKS[:3]


@pytest.mark.parametrize("joint", ["; ", "; see also ", "; vgl. auch "])
def test_a_note_of_two_whole_works_is_two_references(joint):
    notes = [WORKS[0].rstrip(".") + joint + WORKS[1], AGAIN[0], WORKS[2], AGAIN[1], WORKS[3]]
    assert raws(f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n") == [WORKS[0].rstrip("."), *WORKS[1:]]


def test_semicolons_between_authors_cut_nothing():
    work = "Gurbel, P. A.; Nolin, T. D.; Tantry, U. S. Influence of Smoking on Treatment. J. Footways 2012, 307 (23), 2495."
    notes = [work, AGAIN[0], WORKS[1], AGAIN[1], WORKS[2]]
    assert raws(f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n") == [work, WORKS[1], WORKS[2]]


def test_where_there_is_a_list_notes_are_left_and_that_is_said():
    notes = [f"{WORKS[0]} Here p. 3.", AGAIN[0], WORKS[1], AGAIN[1], WORKS[2]]
    text = f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n\nBibliography\n\n" + "\n\n".join(WORKS) + "\n"
    assert raws(text) == WORKS
    left = [one.reason for one in read(Document(name="walk.txt", text=text)).explanations if not one.taken]
    assert any("notes" in reason for reason in left)


def test_numbered_remarks_alone_are_no_references():
    notes = [
        "The committee met in 1998 when it was cold.",
        "It was told in 2004 that this would not do (Aas, 2011).",
        "Nobody has seen it since 1999.",
    ]
    assert raws(f"{PROSE}\n\nNotes\n\n{numbered(notes)}\n") == []
