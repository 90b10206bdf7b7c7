"""How a finding becomes a diagnostic: its place, its severity."""

from refcheck.model.diagnostics import Place, Severity
from refcheck.model.references import CitedReference, Origin, Reference, Span
from refcheck.rules.base import Finding, Rule, confidence_of, place_of

RULE = Rule(code="REF301", name="year-mismatch", severity=Severity.ERROR, needs="record", check=iter, page="\n    A page.\n\n    More.")
CITED = CitedReference(
    reference=Reference(),
    id="1",
    file="list.txt",
    span=Span(0, 90),
    origins={
        "author": Origin(span=Span(0, 20), raw="x"),
        "author[1]": Origin(span=Span(10, 20), raw="x"),
        "issued": Origin(span=Span(22, 26), raw="2022", confidence=0.4),
    },
)


def test_a_path_stands_at_its_nearest_origin():
    assert place_of(CITED, "author[1].family").span == Span(10, 20)
    assert place_of(CITED, "author[0].family").span == Span(0, 20)
    assert place_of(CITED, "volume").span == Span(0, 90)
    assert place_of(CITED, None) == Place(file="list.txt", span=Span(0, 90))


def test_a_reference_without_place_has_none():
    assert place_of(CitedReference(reference=Reference(), id="1"), "issued") is None
    assert RULE.diagnostic(Finding(message="x"), None).place is None


def test_a_finding_about_a_doubtful_value_is_a_note():
    """What the reader may have misread is not called wrong."""
    assert confidence_of(CITED, "issued") == 0.4
    assert RULE.diagnostic(Finding(message="x", path="issued"), CITED).severity is Severity.INFO
    assert RULE.diagnostic(Finding(message="x", path="author[1]"), CITED).severity is Severity.ERROR
    assert RULE.diagnostic(Finding(message="x", path="author[1]", severity=Severity.WARNING), CITED).severity is Severity.WARNING
    assert RULE.diagnostic(Finding(message="x"), CITED).severity is Severity.ERROR


def test_a_rule_tells_its_family_and_summary():
    assert (RULE.family, RULE.summary) == (3, "A page.")
