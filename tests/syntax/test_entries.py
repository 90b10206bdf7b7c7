from refcheck.model.names import Name
from refcheck.model.references import Span
from refcheck.syntax.entries import Gathered, typed
from refcheck.syntax.field_table import FieldTable


def test_the_first_value_of_a_variable_counts():
    gathered = Gathered("one two")
    assert gathered.put("title", "one", Span(0, 3))
    assert not gathered.put("title", "two", Span(4, 7))
    assert not gathered.put("volume", "", Span(4, 7))
    assert (gathered.reference("book").title, gathered.origins["title"].raw) == ("one", "one")


def test_a_value_without_a_place_has_no_origin():
    gathered = Gathered("")
    assert gathered.put("title", "one", None)
    assert gathered.origins == {}


def test_values_of_a_list_stand_beside_each_other():
    gathered = Gathered("Lee Roe")
    gathered.add("author", (Name(family="Lee"),), (Span(0, 3),))
    assert gathered.origins["author"].via == "own"
    gathered.add("author", (Name(family="Roe"),), (Span(4, 7),))
    gathered.add("author", (), ())
    assert [name.family for name in gathered.reference("book").author] == ["Lee", "Roe"]
    assert (gathered.origins["author"].raw, gathered.origins["author"].via) == ("Lee Roe", "derived")
    assert gathered.origins["author[1]"].raw == "Roe"


def test_what_has_no_variable_is_kept_under_its_name():
    gathered = Gathered("")
    for text in ("a", "", "b"):
        gathered.keep("L1", text)
    assert dict(gathered.reference("book").extra) == {"L1": "a; b"}


def test_identifiers_are_typed_or_stay_as_they_are():
    assert (typed("pmid", "PMID: 123456"), typed("pmid", "none"), typed("title", "T")) == ("123456", "none", "T")


def test_the_row_of_a_type_goes_before_the_default_row():
    table = FieldTable("* title = TI T1\n* number = M1\nreport number = SN M1\nbook number =\n")
    assert table.fields_of("report", "number") == ("SN", "M1")
    assert (table.fields_of("book", "number"), table.fields_of("map", "number")) == ((), ("M1",))
    assert dict(table.ranked_attributes("book")) == {"TI": ("title", 0), "T1": ("title", 1)}
    assert table.ranked_attributes("report")["M1"] == ("number", 1)
    assert table.ranked_attributes("report") is table.ranked_attributes("report")


def test_a_value_can_be_given_to_another_variable_with_its_place():
    gathered = Gathered("one")
    gathered.put("original_title", "one", Span(0, 3))
    gathered.rename("original_title", "title")
    gathered.rename("volume", "issue")
    assert gathered.found == {"title": "one"}
    assert gathered.origins["title"].raw == "one"
