import pytest

from refcheck.fixes import apply, correct
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Diagnostic, Severity
from refcheck.model.matches import Skipped
from refcheck.model.names import Name
from refcheck.model.references import CitedReference, Reference
from refcheck.model.reports import Result

LEE = Name(family="Lee", given="Jia", honorific="Dr.")
WELLS = Reference(title="On wells", author=(LEE, Name(family="Ono")), issued=Date(year=2022, month=12, day=31), volume="23")


def change(path, registered, cited=None):
    return Change(path=path, cited=cited, registered=registered)


def test_a_new_year_leaves_no_month_of_the_old_one():
    assert apply(WELLS, [change("issued", Date(year=2023))]).issued == Date(year=2023)


def test_a_part_of_one_name_is_changed_and_the_rest_stays():
    mended = apply(WELLS, [change("author[0].honorific", None)])
    assert mended.author == (Name(family="Lee", given="Jia"), Name(family="Ono"))
    assert mended.title == WELLS.title


def test_names_are_replaced_and_taken_away():
    assert apply(WELLS, [change("author[1]", Name(family="Roy"))]).author == (LEE, Name(family="Roy"))
    assert apply(WELLS, [change("author[0]", None)]).author == (Name(family="Ono"),)


def test_a_value_taken_away_is_absent():
    mended = apply(WELLS, [change("volume", None), change("author", None)])
    assert (mended.volume, mended.author) == (None, ())


def test_a_name_that_is_not_there_is_left_alone():
    assert apply(WELLS, [change("author[7].family", "Roy")]) == WELLS


@pytest.mark.parametrize("path", ["year", "author[x]", ""])
def test_a_path_that_is_none_is_refused(path):
    with pytest.raises(ValueError, match="no variable"):
        apply(WELLS, [change(path, "x")])


def finding(severity, *changes):
    return Diagnostic(code="REF301", name="year-mismatch", severity=severity, message="", changes=changes)


def test_errors_and_warnings_are_corrected_and_notes_are_not():
    result = Result(
        cited=CitedReference(reference=WELLS, id="1"),
        match=Skipped(reason="no identifier"),
        diagnostics=(
            finding(Severity.ERROR, change("issued", Date(year=2023))),
            finding(Severity.WARNING, change("author[0].honorific", None)),
            finding(Severity.INFO, change("volume", "24")),
            finding(Severity.ERROR),
        ),
    )
    mended = correct(result)
    assert (mended.issued, mended.author[0].honorific, mended.volume) == (Date(year=2023), None, "23")
