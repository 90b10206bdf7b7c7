from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.markup import plain

MML = 'xmlns:mml="http://www.w3.org/1998/Math/MathML"'


@pytest.mark.parametrize(
    ("registered", "text"),
    [
        ("Salt &amp; tide", "Salt & tide"),
        ("Salt &amp;amp; tide", "Salt & tide"),
        ("Salt &amp;amp;amp; tide", "Salt &amp; tide"),
        ("na&#239;ve&#160;&ndash; &#x3b2;", "naïve – β"),
        ("it&#146;s", "it’s"),
        ("AT&T; R&D", "AT&T; R&D"),
    ],
)
def test_entities_are_decoded_twice_at_most(registered, text):
    assert plain(registered) == text


@pytest.mark.parametrize(
    ("registered", "text"),
    [
        ("<i>Homo</i> sapiens", "Homo sapiens"),
        ("H<sub>2</sub>O and <scp>dna</scp>s", "H2O and dnas"),
        ("&lt;b&gt;Bold&lt;/b&gt; claim", "Bold claim"),
        ("<jats:italic>In vitro</jats:italic> work", "In vitro work"),
        ("PART ONE&lt;subtitle&gt;Part two&lt;/subtitle&gt;", "PART ONE Part two"),
        ("One<br/>two<p>three</p>", "One two three"),
        ("A<xref ref-type='fn'>1</xref> B", "A1 B"),
        ("A<!-- note --> B <?pi x?>C<![CDATA[ D]]>", "A B C D"),
        ("A<foo/>B <bar>C</bar>", "A B C"),
    ],
)
def test_markup_is_taken_off(registered, text):
    assert plain(registered) == text


@pytest.mark.parametrize(
    "text",
    ["p < 0.05 and q > 3", "a<b", "1 <2> 3", "The film <Night on the Shore (A Tale)> again", "<unclosed and <i", "x < y", "<>", "a & b"],
)
def test_what_only_looks_like_markup_stays(text):
    assert plain(text) == text


@pytest.mark.parametrize(
    ("registered", "text"),
    [
        ("Bones of<i>Homo sapiens</i>Found", "Bones of Homo sapiens Found"),
        ("p<i>K</i>a values", "pKa values"),
        ("the<i>vitamin</i>s", "thevitamins"),
        ("anti-<i>Salmonella</i>, again", "anti-Salmonella, again"),
    ],
)
def test_a_phrase_in_italics_gets_back_the_blanks_it_lost(registered, text):
    assert plain(registered) == text


@pytest.mark.parametrize(
    ("registered", "text"),
    [
        (
            f"Spin in the<mml:math {MML}><mml:mi>N</mml:mi><mml:mo> = </mml:mo><mml:mn>88</mml:mn></mml:math>nucleus",
            "Spin in the N=88 nucleus",
        ),
        (f"Mn<mml:math {MML}><mml:msub><mml:mrow /><mml:mrow><mml:mn>2</mml:mn></mml:mrow></mml:msub></mml:math>VAl films", "Mn2VAl films"),
        ("<math><mi>K</mi></math>-frames", "K-frames"),
        ("On <math><semantics><mi>x</mi><annotation>\\alpha</annotation></semantics></math>", "On x"),
    ],
)
def test_a_formula_gives_its_symbols(registered, text):
    assert plain(registered) == text


@pytest.mark.parametrize(
    ("registered", "text"),
    [
        ("it\x92s \x93so\x94", "it’s “so”"),
        ("it\u00e2\u0080\u0099s", "it’s"),
        ("na\u00c3\u00afve", "na\u00c3\u00afve"),
        ("bad\x81 byte", "bad byte"),
        ("\u00e0\u0080\u0080x", "x"),
        ("ef\ufb01cient", "efficient"),
        ("co\u00adoperate\u200b now\ufeff", "cooperate now"),
        ("Cafe\u0301", "Café"),
        ("10 m² at ½ H₂O", "10 m² at ½ H₂O"),
        ("Ｔｉｔｌｅ", "Ｔｉｔｌｅ"),
    ],
)
def test_only_what_is_certainly_wrong_is_mended(registered, text):
    assert plain(registered) == text


def test_runs_of_blanks_become_one():
    assert plain("  On \n\t  the\u00a0\u2009Nature ") == "On the Nature"


@given(
    st.lists(
        st.sampled_from(["<i>", "</i>", "<", ">", "&amp;", "&", ";", "x", " ", "<math>", "</math>", "<p", "/>", "\x92", "Ab", "<em>"]),
        max_size=12,
    )
)
def test_any_text_gives_text_without_outer_blanks(parts):
    text = plain("".join(parts))
    assert text == text.strip()
    assert "  " not in text
