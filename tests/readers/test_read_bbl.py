"""The .bbl files of biber hold references by fields, and are read by them."""

from __future__ import annotations

import pytest

from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import CitedReference
from refcheck.readers.latex import read

BBL = r"""% $ biblatex auxiliary file $
% $ biblatex bbl format version 3.2 $
\refsection{0}
  \datalist[entry]{nyt/global//global/global}
    \entry{smith2020}{article}{}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=abc}{%
           family={Smith},
           familyi={S\bibinitperiod},
           given={John\bibnamedelima A.},
           givenun=0}}%
        {{un=0,hash=abd}{%
           family={Berg},
           given={Ann},
           prefix={van\bibnamedelima den}}}%
      }
      \strng{namehash}{f}
      \field{sortinit}{S}
      \field{journaltitle}{Journal of Things}
      \field{number}{3}
      \field{title}{The {T}heory of Things}
      \field{volume}{12}
      \field{year}{2020}
      \field{month}{5}
      \field{urlyear}{2021}
      \field{urlmonth}{1}
      \field{urlday}{3}
      \field{pages}{345\bibrangedash 350}
      \range{pages}{6}
      \verb{doi}
      \verb 10.1000/xyz%3C_1
      \endverb
      \verb{url}
      \verb https://example.org/a%20b
      \endverb
    \endentry
    \entry{who}{report}{}{}
      \name{author}{1}{}{%
        {{hash=abd}{%
           family={{World Health Organization}},
           prefix=x}}%
      }
      \list{location}{1}{%
        {Geneva}%
      }
      \list{institution}{2}{%
        {WHO}%
        {UN}%
      }
      \field{title}{Report}
      \field{year}{forthcoming}
    \endentry
    \entry{old}{book}{}
      \name{author}{2}{}{%
        {{hash=x}{M{\"u}ller}{M\bibinitperiod}{Karl}{K\bibinitperiod}{von}{v\bibinitperiod}{}{}}%
        {{hash=y}}%
      }
      \true{moreauthor}
      \true{uniquelist}
      \field{title}{Old}
      \field{year}{1980}
      \verb{file}
      \name{editor}{1}
    \entry{broken}
  \enddatalist
\endrefsection
"""


def references() -> dict[str, CitedReference]:
    return {str(cited.key): cited for cited in read(Document(name="main.bbl", text=BBL)).references}


def test_fields_are_read_as_biblatex_means_them():
    """Nothing in them is guessed: names, dates, pages, addresses."""
    cited = references()["smith2020"]
    work = cited.reference
    assert (work.type, work.title, work.container_title, work.volume, work.issue) == (
        "article-journal",
        "The Theory of Things",
        "Journal of Things",
        "12",
        "3",
    )
    assert work.author == (Name(family="Smith", given="John A."), Name(family="Berg", given="Ann", non_dropping_particle="van den"))
    assert work.issued is not None
    assert (work.issued.year, work.issued.month) == (2020, 5)
    assert work.accessed is not None
    assert (work.accessed.year, work.accessed.day) == (2021, 3)
    assert work.page is not None
    assert work.page.pages == "345–350"
    assert work.doi == Doi("10.1000/xyz<_1")
    assert work.url == "https://example.org/a%20b"
    assert not work.extra
    assert (cited.kind, cited.line) == ("structured", 5)


def test_organisations_and_lists_keep_their_names():
    """A group is no family name."""
    work = references()["who"].reference
    assert work.author == (Name(literal="World Health Organization"),)
    assert work.publisher_place == "Geneva"
    assert work.publisher == "WHO and UN"


def test_the_older_form_of_names_is_read():
    """Before 3.3 gave the parts of names by their place."""
    work = references()["old"].reference
    assert work.author == (Name(family="Müller", given="Karl", non_dropping_particle="von"), ET_AL)


def test_every_value_points_at_its_text():
    """Findings show the line of the file."""
    for cited in references().values():
        assert cited.span is not None
        assert BBL[cited.span.start : cited.span.end] == cited.raw
        for origin in cited.origins.values():
            assert BBL[origin.span.start : origin.span.end] == origin.raw
    assert references()["smith2020"].origins["doi"].raw == "10.1000/xyz%3C_1"


def test_an_entry_that_is_broken_off_takes_no_other_with_it():
    """A run that was stopped leaves half a file."""
    assert list(references()) == ["smith2020", "who", "old"]
    (unreadable,) = read(Document(name="main.bbl", text=BBL)).unreadable
    assert (unreadable.key, unreadable.raw) == ("broken", "\\entry")


GUARD = r"""% $ biblatex auxiliary file $
\begingroup
\makeatletter
\@ifundefined{ver@biblatex.sty}
  {\@latex@error
     {Missing 'biblatex' package}
     {The bibliography requires the 'biblatex' package.}
      \aftergroup\endinput}
  {}
\endgroup
"""


@pytest.mark.parametrize("guard", [GUARD, "\\ifdefined\\done\\endinput\\fi\n"])
def test_a_guard_that_may_end_the_file_does_not_end_it(guard: str):
    r"""Every file of biber begins with an `\endinput` for the case that biblatex is absent."""
    text = guard + "\\entry{a}{book}{}\n\\field{title}{T}\n\\endentry\n\\endinput\n\\entry{b}{book}{}\n\\field{title}{U}\n\\endentry\n"
    assert [cited.key for cited in read(Document(name="paper.bbl", text=text)).references] == ["a"]
