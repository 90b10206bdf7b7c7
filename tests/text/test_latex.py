import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.latex import to_latex, to_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("plain text", "plain text"),
        ("two\n  lines", "two lines"),
        ("{DNA} of {Drosophila}", "DNA of Drosophila"),
        (r"M{\"u}ller, Erd\H{o}s, G\'omez, {\'\i}", "Müller, Erdős, Gómez, í"),
        (r"{\O}stergaard \ss{} \L{}\'od\'z {\c{c}} {\v c}", "Østergaard ß Łódź ç č"),
        (r"R\&D is 5\% of \$3 \#1 a\_b", "R&D is 5% of $3 #1 a_b"),
        ("100% of it", "100% of it"),
        ("a~b", "a b"),
        ("1990--2000 --- ``so''", "1990–2000 — “so”"),
        (r"CO$_2$ and H$_{2}$O, x\textsuperscript{2}", "CO2 and H2O, x2"),
        (r"$\alpha$-synuclein at $\geq 5$", "α-synuclein at ≥ 5"),
        (r"\emph{E. coli} \textbf{now} {\it here}", "E. coli now here"),
        (r"\href{https://example.org}{a page}", "a page"),
        (r"x \textgreater{} y \LaTeX", "x > y LaTeX"),
        (r"\unheardof{kept} and \unheardof", r"kept and \unheardof"),
        ("costs $5", "costs $5"),
        (r"\begin{em}A\end{em}", "A"),
        (r"Water \& Soil at $\alpha$ & more", "Water & Soil at α & more"),
        (r"\alpha beta, x \ldots{} y and $\beta$-$\gamma$", "αbeta, x … y and β-γ"),
        (r"GaN(11\bar 20) and $11\bar{2}0$", "GaN(112\u03050) and 112\u03050"),
        (r"costs $5 or \unheardof{more}", "costs 5 or more"),
        (r"\(x\) and $$y$$", "x and y"),
    ],
)
def test_latex_becomes_the_text_it_prints(latex, text):
    assert to_text(latex) == text


LARGE = (r"$5 \verb", r"$5 \sqrt[\\(\citea\)", r"\(" + "{" * 60 + r"\foo" + "}" * 60)
"""What is read as a whole and makes the parser fail."""


@pytest.mark.parametrize(
    "latex", ["{" * 60 + r"\foo" + "}" * 60, r"\begin{x} \foo", r"\'", r"$\frac{1", r"\verb", "{{{", "}}}", "\\", *LARGE]
)
def test_broken_latex_is_no_error(latex):
    assert isinstance(to_text(latex), str)


def test_only_what_latex_reads_is_escaped():
    assert to_latex("Über 日本 (50% & more): a_b") == r"Über 日本 (50\% \& more): a\_b"


@given(st.text(st.sampled_from("abc é &%$#_{}~^\\-`'\"\n1"), max_size=30))
def test_escaping_is_undone_by_reading(text):
    assert to_text(to_latex(text)) == " ".join(text.split())


@given(st.text(st.sampled_from("ab {}\\$~^_&%'`\"uv-cO1"), max_size=30))
def test_no_latex_makes_reading_fail(latex):
    assert isinstance(to_text(latex), str)
