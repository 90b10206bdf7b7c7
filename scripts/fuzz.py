"""Fuzz a reader of text, guided by coverage: no input may make it raise, hang, or point outside its text.

    python -m pip install atheris
    python scripts/fuzz.py READER --seconds 1800

READER is a row of the catalog's readers whose source is text. Inputs that fail are written beside the corpus, and belong
into the tests of the reader once it is mended. Atheris is no dependency of refcheck: it is asked for by name here alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SEEDS = {
    "article": (
        "Words (Lee, 2001).\n\nReferences\n\n1. Lee J, Kim S. On wells. J Water. 2001;3(4):5-9. doi:10.1000/w\n"
        "2. Roe, A. (1999). Rain. Press. https://example.org/x\n3. Silva M. Roofs. In: Houses. Rome: Casa; 2015. p. 1-9.\n"
    ),
    "bibtex": (
        "@string{j = {Water}}\n@article{lee2001, author = {Lee, J. and {A B}}, title = {On {W}ells \\&"
        ' \\\'e}, journal = j # " x", year = 2001}\n'
    ),
    "csl-json": '[{"id": "a", "type": "book", "author": [{"family": "Lee"}], "issued": {"date-parts": [[2001, 2]]}, "page": "1-2"}]',
    "csl-yaml": "---\nreferences:\n- id: a\n  type: book\n  author: &x\n  - family: Lee\n  issued: 2001-02\n  title: 'No: yes'\n---\n",
    "ris": "TY  - JOUR\nAU  - Lee, J.\nTI  - On wells\nPY  - 2001/02//\nSP  - 1\nEP  - 2\nER  - \n",
    "nbib": "PMID- 123\nTI  - On wells and\n      springs\nFAU - Lee, Jia\nDP  - 2001 Feb\nAID - 10.1000/w [doi]\n\n",
    "endnote-xml": (
        "<xml><records><record><ref-type name='Book'>6</ref-type><titles><title>A &amp; b</title></titles></record></records></xml>"
    ),
    "zotero-rdf": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><bib:Book rdf:about="#a"><dc:title>T</dc:title></bib:Book></rdf:RDF>'
    ),
    "markdown": (
        "---\nbibliography: x.bib\n---\n# A\n[@a; @b, p. 3]\n\n- Lee, J. (2001). *On wells*. [link](http://x.y)\n\n[^1]: Roe 1999, `c`.\n"
    ),
    "html": '<p>x<ol start=3 class=references><li id="ref1">Lee J. <i>A &amp; b</i>. 2001<li><cite>Roe 1999</cite></ol><script>"</script>',
    "latex": (
        "\\documentclass{a}\\cite{a}\\begin{thebibliography}{9}\\bibitem[Lee(2001)]{a} J.~Lee, \\emph{A"
        " \\& \\'e}, 2001.\\end{thebibliography}"
    ),
    "jats": (
        "<ref-list><ref id='B1'><label>1</label><element-citation publication-type='journal'><name><surname>Lee</surname></name>"
        "<article-title>A</article-title><year>2001</year></element-citation></ref></ref-list>"
    ),
}
"""Reader -> a small source with most of what its format has."""
SEEDS["list"] = SEEDS["lines"] = SEEDS["article"]
TIMEOUT = 20
"""Seconds after which an input counts as a hang."""
LONGEST = 4096
"""Bytes of an input."""


def target(name: str) -> Callable[[bytes], None]:
    """Make the function that is fuzzed: decode, read, and see that every place lies in the text."""
    from refcheck import catalog
    from refcheck.errors import ReadError
    from refcheck.model.documents import Document

    reader = catalog.load(catalog.READERS, name)

    def read_one(content: bytes) -> None:
        text = content.decode("utf-8", errors="replace")
        try:
            reading = reader(Document(name="-", text=text))
        except ReadError:
            return
        for cited in reading.references:
            places = [origin.span for origin in cited.origins.values()] + ([cited.span] if cited.span else [])
            if any(not 0 <= span.start <= span.end <= len(text) for span in places):
                raise AssertionError(f"a span outside the text: {places}")
            for path, origin in cited.origins.items():
                if origin.via == "own" and text[origin.span.start : origin.span.end] != origin.raw:
                    raise AssertionError(f"{path} does not point at its text: {origin}")

    return read_one


def main() -> None:
    """Fuzz one reader for as long as was said."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("reader", choices=sorted(SEEDS))
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("--corpus", type=Path, help="folder of inputs, kept between runs")
    options = parser.parse_args()
    import atheris

    corpus = options.corpus or Path(tempfile.mkdtemp(prefix="refcheck-fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "seed").write_text(SEEDS[options.reader], encoding="utf-8")
    with atheris.instrument_imports(include=["refcheck"]):
        read_one = target(options.reader)
        read_one(SEEDS[options.reader].encode())
    limits = [f"-max_total_time={options.seconds}", f"-timeout={TIMEOUT}", f"-max_len={LONGEST}", f"-artifact_prefix={corpus}/failed-"]
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(corpus)], read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
