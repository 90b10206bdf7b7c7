"""Edits of the text a finding is about: exact, minimal, and none in doubt."""

import pytest

from refcheck.fixes import plan_fix
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Diagnostic, Severity
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.names import Name
from refcheck.model.references import CitedReference, Origin, Reference, Span

BEFORE = "Ünrelated. "


def fixed(text, changes, origins, *, applicability="unsafe", via="own", other="", reference=None, **finding):
    """Plan the fix in a document with the text, and give the fix and the text after its edits."""
    document = Document(name="list.txt", text=BEFORE + text)
    placed = {}
    for path, raw in origins.items():
        start = document.text.index(raw, len(BEFORE))
        placed[path] = Origin(span=Span(start, start + len(raw)), raw=raw, via=via)
    cited = CitedReference(
        reference=reference or Reference(),
        id="1",
        raw=text,
        file="list.txt",
        span=Span(len(BEFORE), len(document.text)),
        origins=placed,
    )
    if other:
        document = Document(name="list.txt", text=BEFORE + other)
    parts = {"code": "REF", "name": "x", "severity": Severity.WARNING, "message": "", "changes": changes, "applicability": applicability}
    fix = plan_fix(Diagnostic(**parts, **finding), cited, document)
    after = document.text
    for edit in reversed(fix.edits) if fix else ():
        after = after[: edit.span.start] + edit.text + after[edit.span.end :]
    return fix, after.removeprefix(BEFORE)


def year(old, new=2023):
    return (Change(path="issued", cited=old, registered=Date(year=new)),)


@pytest.mark.parametrize(
    ("text", "raw", "old", "after"),
    [
        ("Lee (2022). On wells", "2022", Date(year=2022), "Lee (2023). On wells"),
        ("Lee (2022a). On wells", "2022a", Date(year=2022), "Lee (2023a). On wells"),
        ("year = {2022},", "2022", Date(year=2022), "year = {2023},"),
        ("Lee (2022, December 31). On", "2022, December 31", Date(year=2022, month=12, day=31), "Lee (2023). On"),
        ("date = {2022-12-31},", "2022-12-31", Date(year=2022, month=12, day=31), "date = {2023},"),
        ("Lee, Winter 2022, On", "Winter 2022", Date(year=2022, season=4), "Lee, 2023, On"),
    ],
)
def test_a_year_is_replaced_with_the_month_that_was_its_own(text, raw, old, after):
    fix, got = fixed(text, year(old), {"issued": raw})
    assert fix.applicability == "unsafe"
    assert got == after


def test_the_letter_of_a_year_stays_when_the_day_goes():
    _, got = fixed(
        "Lee (2022a, May 4). On", year(Date(year=2022, month=5, day=4)), {"issued": "2022a, May 4"}, reference=Reference(year_suffix="a")
    )
    assert got == "Lee (2023a). On"


@pytest.mark.parametrize(
    ("raw", "changes"),
    [
        ("2022/2023", year(Date(year=2022))),
        ("in press", year(Date(literal="in press"))),
        ("2022", year(Date(year=2021))),
        ("2022", year(None)),
        ("2022", (Change(path="issued", cited=Date(year=2022), registered=None),)),
        ("2022", (Change(path="issued", cited=Date(year=2022), registered=Date(literal="n.d.")),)),
        ("2022", (Change(path="volume", cited=None, registered="23"),)),
    ],
)
def test_where_the_place_is_not_certain_the_fix_is_only_shown(raw, changes):
    fix, got = fixed(f"Lee ({raw}). On wells", changes, {"issued": raw})
    assert (fix.applicability, fix.edits) == ("display", ())
    assert got == f"Lee ({raw}). On wells"


def test_a_text_that_has_changed_since_it_was_read_is_not_touched():
    fix, _ = fixed("Lee (2022). On", year(Date(year=2022)), {"issued": "2022"}, other="Lee (1999). On")
    assert fix.edits == ()


def test_an_inherited_value_is_not_touched():
    fix, _ = fixed("Lee (2022). On", year(Date(year=2022)), {"issued": "2022"}, via="parent")
    assert fix.applicability == "display"


def test_a_value_without_place_is_not_touched():
    for path in ("issued", "year_suffix", "doi", "author[0].honorific"):
        fix, _ = fixed("Lee (2022). On", (Change(path=path, cited=Date(year=2022), registered=None),), {})
        assert fix.edits == ()


def test_another_document_is_not_touched():
    cited = CitedReference(reference=Reference(), id="1", file="other.txt", origins={"issued": Origin(span=Span(0, 4), raw="2022")})
    finding = Diagnostic(code="REF", name="x", severity=Severity.ERROR, message="", changes=year(Date(year=2022)), applicability="unsafe")
    assert plan_fix(finding, cited, Document(name="list.txt", text="2022")).edits == ()


def test_a_finding_that_proposes_nothing_has_no_fix():
    assert fixed("Lee", (), {})[0] is None


def test_a_fix_is_called_what_its_finding_says_else_what_it_does():
    assert fixed("Lee (2022).", year(Date(year=2022)), {"issued": "2022"}, title="mend it")[0].title == "mend it"
    assert fixed("Lee (2022).", year(Date(year=2022)), {"issued": "2022"})[0].title == "issued: 2023"


def test_a_finding_that_only_shows_makes_no_edits():
    assert fixed("Lee (2022).", year(Date(year=2022)), {"issued": "2022"}, applicability="display")[0].edits == ()


LETTER = (Change(path="year_suffix", cited=None, registered="b"),)


@pytest.mark.parametrize(
    ("raw", "after"), [("2023", "Lee (2023b). On"), ("2023, May 4", "Lee (2023b, May 4). On"), ("4 May 2023", "Lee (4 May 2023b). On")]
)
def test_a_letter_is_put_after_the_year(raw, after):
    assert fixed(f"Lee ({raw}). On", LETTER, {"issued": raw}, reference=Reference(issued=Date(year=2023)))[1] == after


@pytest.mark.parametrize(
    ("raw", "issued", "changes"),
    [
        ("2023/2024", Date(year=2023), LETTER),
        ("2023", Date(year=2022), LETTER),
        ("2023", None, LETTER),
        ("2023", Date(year=2023), (Change(path="year_suffix", cited="b", registered=None),)),
    ],
)
def test_a_letter_needs_the_year_it_follows(raw, issued, changes):
    assert fixed(f"Lee ({raw}). On", changes, {"issued": raw}, reference=Reference(issued=issued))[0].edits == ()


DOCTOR = (Change(path="author[0].honorific", cited="Dr.", registered=None),)


@pytest.mark.parametrize(
    ("text", "origins", "after"),
    [
        ("Okafor, Dr. N. (2021)", {"author[0].honorific": "Dr."}, "Okafor, N. (2021)"),
        ("Okafor, Dr. N. (2021)", {"author[0]": "Okafor, Dr. N."}, "Okafor, N. (2021)"),
        ("Okafor, Dr. N., Lee, J. (2021)", {"author": "Okafor, Dr. N., Lee, J."}, "Okafor, N., Lee, J. (2021)"),
        ("Dr. N. Okafor (2021)", {"author[0]": "Dr. N. Okafor"}, "N. Okafor (2021)"),
        ("N. Okafor, Dr. (2021)", {"author[0]": "N. Okafor, Dr."}, "N. Okafor (2021)"),
        ("Dr.Okafor (2021)", {"author[0].honorific": "Dr."}, "Okafor (2021)"),
    ],
)
def test_a_title_goes_with_the_blank_beside_it(text, origins, after):
    _, got = fixed(text, DOCTOR, origins, applicability="safe", reference=Reference(author=(Name(family="Okafor", honorific="Dr."),)))
    assert got == after


def test_a_degree_behind_the_name_goes_with_its_comma():
    """No comma is left that parts nothing."""
    degree = (Change(path="author[0].honorific", cited="PhD", registered=None),)
    _, got = fixed("Okafor, N., PhD (2021)", degree, {"author[0].honorific": "PhD"}, applicability="safe")
    assert got == "Okafor, N. (2021)"


@pytest.mark.parametrize(
    ("origins", "changes"),
    [
        ({"author": "Dr. Okafor, Dr. Lee"}, DOCTOR),
        ({"author[0]": "Dr. Okafor"}, (Change(path="author[0].honorific", cited="Dr.", registered="Prof."),)),
        ({"author[0]": "Okafor"}, DOCTOR),
    ],
)
def test_a_title_that_is_not_told_for_certain_stays(origins, changes):
    assert fixed("Dr. Okafor, Dr. Lee (2021)", changes, origins)[0].edits == ()


def test_a_reference_without_place_tells_no_blank():
    cited = CitedReference(reference=Reference(), id="1", origins={"author[0].honorific": Origin(span=Span(0, 3), raw="Dr.")})
    finding = Diagnostic(code="REF", name="x", severity=Severity.WARNING, message="", changes=DOCTOR, applicability="safe")
    assert plan_fix(finding, cited, Document(name="-", text="Dr. N. Okafor")).edits == ()


@pytest.mark.parametrize(
    ("raw", "cited", "after"),
    [
        ("https://doi.org/10.1000/old", Doi("10.1000/OLD"), "https://doi.org/10.1000/new_1"),
        ("10.1000/new\\_1", "10.1000/new\\_1", "10.1000/new_1"),
        ("doi:10.1000/new\\_1", "doi:10.1000/new\\_1", "doi:10.1000/new_1"),
    ],
)
def test_a_doi_is_replaced_within_its_link(raw, cited, after):
    assert fixed(raw, (Change(path="doi", cited=cited, registered=Doi("10.1000/new_1")),), {"doi": raw})[1] == after


@pytest.mark.parametrize(("raw", "registered"), [("10.1000/old", None), ("no DOI here", Doi("10.1000/new"))])
def test_a_doi_that_is_not_there_is_not_replaced(raw, registered):
    assert fixed(raw, (Change(path="doi", cited="x", registered=registered),), {"doi": raw})[0].edits == ()


@pytest.mark.parametrize(("new", "edited"), [("Water", True), ("Water & Wine", False), ("10_000 leagues", False)])
def test_a_value_among_marks_is_replaced_only_by_what_means_the_same_there(new, edited):
    """An ampersand breaks LaTeX and HTML; what cannot be written safely is shown."""
    source = r"\emph{Watter}, \textbf{3}."
    cited = CitedReference(
        reference=Reference(title="Watter"),
        id="1",
        raw="Watter, 3.",
        file="main.tex",
        span=Span(0, len(source)),
        origins={"title": Origin(span=Span(6, 12), raw="Watter")},
    )
    finding = Diagnostic(
        code="REF",
        name="x",
        severity=Severity.WARNING,
        message="",
        changes=(Change(path="title", cited="Watter", registered=new),),
        applicability="unsafe",
    )
    fix = plan_fix(finding, cited, Document(name="main.tex", text=source))
    assert [source[: edit.span.start] + edit.text + source[edit.span.end :] for edit in fix.edits] == (
        [r"\emph{Water}, \textbf{3}."] if edited else []
    )


def test_a_title_of_a_person_among_marks_is_shown_alone():
    """Where the blank after it stands in the source is not known."""
    cited = CitedReference(
        reference=Reference(author=(Name(family="Roe", honorific="Dr."),)),
        id="1",
        raw="Dr. Roe",
        file="p.html",
        span=Span(0, 14),
        origins={"author[0].honorific": Origin(span=Span(3, 6), raw="Dr.")},
    )
    finding = Diagnostic(
        code="REF",
        name="x",
        severity=Severity.WARNING,
        message="",
        changes=(Change(path="author[0].honorific", cited="Dr.", registered=None),),
        applicability="safe",
    )
    assert plan_fix(finding, cited, Document(name="p.html", text="<b>Dr.</b> Roe")).edits == ()
