"""What one printed reference says, variable by variable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.variables import VARIABLES
from refcheck.readers.labelling import Labelled, label
from refcheck.readers.labelling.assembly import assemble
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.people import read_names
from refcheck.readers.labelling.tagging import Field

SEEDS = (
    "Marlow, Dr. P. (2021a, March 9). Ten facts about zinc: a guide. Fit Weekly. https://fit.example/ten-facts",
    "van den Berg H, de Vries A, et al. Malaria revisited. Lancet. 2017;390(10095):1234-45. doi: 10.1016/S0140-6736(17)31234-5.",
    '[3] J. K. Ames and P. Q. Orr, "Low-power circuits," IEEE Trans. Circuits Syst., vol. 12, no. 3, pp. 45-67, Mar. 2010.',
    "Smith, J. A. (2018). Title here. In A. B. Lane & C. Poe (Eds.), Book of it (2nd ed., pp. 12–34). London: Academic Press.",
)
PIECES = st.sampled_from(
    [
        *" .,;:()[]{}“”\"'«»/-–\n&",
        "In: ",
        "Smith, J.",
        "Müller H",
        "(2019a)",
        "2001;5(3):7-9",
        "vol. 3",
        "pp. 4",
        "et al.",
        "10.1000/ab(c)",
        "https://x.org/",
        "Eds.",
        "Berlin: Springer",
        "[Internet]",
        "PhD thesis",
        "n.d.",
        "in press",
        "accessed 3 May 2020",
        "Journal of Tests",
        "李明",
        "제3권",
        "Retrieved from ",
        "ISBN 0-306-40615-2",
    ]
)


def held(labelled: Labelled, raw: str, offset: int) -> None:
    """Every origin points at its own text, and every value is of its variable's kind."""
    kinds = {"names": tuple, "date": Date, "locator": Locator, "identifiers": tuple}
    for attribute in labelled.reference.present():
        kind = VARIABLES[attribute].kind
        assert isinstance(getattr(labelled.reference, attribute), kinds.get(kind, (str, Doi))), attribute
    for path, origin in labelled.origins.items():
        assert raw[origin.span.start - offset : origin.span.end - offset] == origin.raw, path
        assert 0 <= origin.confidence <= 1


@given(st.text(max_size=120) | st.lists(PIECES, max_size=14).map("".join), st.integers(0, 5000))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_raise_and_every_origin_points_at_its_text(raw, offset):
    """A reader may meet anything; a fix edits the file at these places."""
    held(label(raw, offset=offset), raw, offset)


@pytest.mark.parametrize("raw", SEEDS)
def test_origins_hold_for_wrapped_references(raw):
    """A fix replaces exactly what is printed, line breaks included."""
    wrapped = raw.replace(" ", "\n   ", 6)
    labelled = label(wrapped, offset=77)
    held(labelled, wrapped, 77)
    assert labelled.reference.title == label(raw).reference.title
    assert labelled.reference.author == label(raw).reference.author


def test_dated_web_page_keeps_honorific_letter_and_day_apart():
    """A web page is dated, has an address and a site, and neither volume nor DOI."""
    labelled = label(SEEDS[0])
    work = labelled.reference
    assert work.type == "webpage"
    assert work.author == (Name(family="Marlow", given="P.", honorific="Dr."),)
    assert (work.issued, work.year_suffix) == (Date(year=2021, month=3, day=9), "a")
    assert (work.title, work.container_title, work.url) == ("Ten facts about zinc: a guide", "Fit Weekly", "https://fit.example/ten-facts")
    assert labelled.origins["author[0].honorific"].raw == "Dr."
    assert labelled.origins["year_suffix"].raw == "a"
    assert labelled.origins["author"].raw == "Marlow, Dr. P."
    assert not work.extra


def test_biomedical_style_leaves_the_full_stop_to_the_sentence():
    """Initials without dots have none at the end of the list either; particles stand apart, "et al." ends the list."""
    work = label(SEEDS[1]).reference
    assert work.author == (
        Name(family="Berg", given="H", non_dropping_particle="van den"),
        Name(family="Vries", given="A", non_dropping_particle="de"),
        ET_AL,
    )
    assert (work.container_title, work.volume, work.issue, work.page) == ("Lancet", "390", "10095", Locator(pages="1234-45"))
    assert work.doi == Doi("10.1016/S0140-6736(17)31234-5")
    assert work.type == "article-journal"


def test_engineering_style_with_number_quotes_and_labels():
    """The bracketed number is the label; the title stands in the marks; the last full stop belongs to the abbreviation."""
    labelled = label(SEEDS[2])
    work = labelled.reference
    assert labelled.label == "3"
    assert [str(name) for name in work.author] == ["Ames, J. K.", "Orr, P. Q."]
    assert (work.title, work.container_title) == ("Low-power circuits", "IEEE Trans. Circuits Syst.")
    assert (work.volume, work.issue, work.page, work.issued) == ("12", "3", Locator(pages="45-67"), Date(year=2010, month=3))


def test_chapter_with_editors_edition_pages_and_imprint():
    """What "In" announces is the book; the editors are the book's."""
    work = label(SEEDS[3]).reference
    assert work.type == "chapter"
    assert [str(name) for name in work.editor] == ["Lane, A. B.", "Poe, C."]
    assert (work.title, work.container_title) == ("Title here", "Book of it")
    assert (work.publisher, work.publisher_place, work.page) == ("Academic Press", "London", Locator(pages="12–34"))
    assert work.edition == "2nd ed."


LOCI = {
    "Doe, J. (2001). A plain title here. Acta Testica, 23(1).": ("23", "1", None),
    "Doe J. A plain title here. Acta Test 2006;5(3):258–287": ("5", "3", Locator(pages="258–287")),
    "J. Doe, A plain title here, Phys. Rev. Lett. 12, 345 (1999).": ("12", None, Locator(pages="345")),
    "J. Doe, A plain title here, Phys. Lett. B688 (2010) 50.": ("688", None, Locator(pages="50")),
    "Doe, J. (2001). A plain title here. Acta Testica, 53, p. 427.": ("53", None, Locator(pages="427")),
    "Doe J. A plain title here. PLoS ONE. 2019;14(2):e0209899.": ("14", "2", Locator(article="e0209899")),
    "Doe J. A plain title here. Infect Genet. 2019;75:103963.": ("75", None, Locator(article="103963")),
    "Doe, J. (2001). A plain title here. Acta Testica, 8, Article 17.": ("8", None, Locator(article="17")),
    "Doe J. A plain title here. Evol Med. 2020;2020(1):49–59.": ("2020", "1", Locator(pages="49–59")),
    "Doe J. A plain title here. Lancet. 2014;12(12):1501–1513.": ("12", "12", Locator(pages="1501–1513")),
    "Doe J. A plain title here. Nucleic Acids Res. 2013;41(Database issue):D991–5.": ("41", "Database issue", Locator(pages="D991–5")),
    "Doe J. A plain title here. J Urban Health. 2007;84(3 Suppl):118-29.": ("84", "3 Suppl", Locator(pages="118-29")),
    "김지원, '온라인 정보의 연구,' 한국논문지, 제20권, 제2호, pp.295-318, 2015.": ("20", "2", Locator(pages="295-318")),
    "Doe, John. A Plain Title Here. Acta Testica, LXV, 1958, pp. 151-166.": ("LXV", None, Locator(pages="151-166")),
    "Doe, J. (2001). Einfacher Titel. Zeitschrift für Proben, Bd. 4, Heft 2, S. 3-9.": ("4", "2", Locator(pages="3-9")),
    "Doe J. A plain title here. Nature communications7 ( 2016 ).": ("7", None, None),
}


@pytest.mark.parametrize(("raw", "wanted"), LOCI.items())
def test_volume_issue_and_pages_in_every_notation(raw, wanted):
    """They are the surest way to a record where there is no identifier."""
    work = label(raw).reference
    assert (work.volume, work.issue, work.page) == wanted


def test_numbers_in_a_title_are_no_volume():
    """Years and counts in a title stay in it."""
    work = label("Lord, J. K. (1913). A history of the college, 1815-1909. Concord, New Hampshire: The Lamp Press.").reference
    assert (work.title, work.volume, work.page) == ("A history of the college, 1815-1909", None, None)
    work = label("4 science facts about sleep. (2020). Sleep Site. https://sleep.example/4").reference
    assert label("4 science facts about sleep. (2020). Sleep Site. https://sleep.example/4").label is None
    assert work.volume is None


LABELS = {
    "[12] Doe J. Title of it. Lancet. 2001;1:2.": "12",
    "(7) Doe J. Title of it. Lancet. 2001;1:2.": "7",
    "3. Doe J. Title of it. Lancet. 2001;1:2.": "3",
    "12 Doe J. Title of it. Lancet. 2001;1:2.": "12",
    "[KEY99] A. Doe and B. Roe. Title of it. Lancet, 1:2, 1999.": "KEY99",
    "• Doe J. Title of it. Lancet. 2001;1:2.": None,
    "[In Russian] A title without author. 2001.": None,
    "2001. A title that begins with its year. London: Press.": None,
    "Doe J. Title of it. Lancet. 2001;1:2.": None,
}


@pytest.mark.parametrize(("raw", "wanted"), LABELS.items())
def test_label_before_a_reference(raw, wanted):
    """The printed number is no part of the reference."""
    assert label(raw).label == wanted


DATES = {
    "García Mora, A. (2019, 12 de mayo). La memoria. El Diario. https://d.example/a": Date(year=2019, month=5, day=12),
    "Weber, M. (2020, 3. März). Neue Wege. Portal. https://p.example/n": Date(year=2020, month=3, day=3),
    "Petit, A. (2018, 1er février). Les eaux. Le Site. https://s.example/e": Date(year=2018, month=2, day=1),
    "Roe, C. (in press). Rivers of sand. Journal of Arid Studies.": Date(literal="in press"),
    "Roe, C. (n.d.). Tea and time. Tea Museum. https://tea.example/time": Date(literal="n.d."),
    "Roe C. Rivers of sand. Journal of Arid Studies, forthcoming.": Date(literal="forthcoming"),
    "Roe, Carl 1988 [1964]. “The Meaning.” The Challenge. New York: Hill.": Date(year=1988),
}


@pytest.mark.parametrize(("raw", "wanted"), DATES.items())
def test_date_in_several_languages_or_none(raw, wanted):
    """A date is as precise as it is printed; what is no date keeps its words."""
    work = label(raw).reference
    assert work.issued == wanted
    assert work.status == (wanted.literal if wanted.literal not in {None, "n.d."} else None)


def test_year_of_first_edition_stands_apart():
    """The year in square brackets is not the year of publication."""
    assert label("Roe, Carl 1988 [1964]. “The Meaning.” The Challenge. New York: Hill.").reference.original_date == Date(year=1964)


PEOPLE = {
    "Doe, J., Roe, R. R., & Poe, E. (2001). Title.": ["Doe, J.", "Roe, R. R.", "Poe, E."],
    "Doe, J., Roe, R. & Poe, E. Title of the work. Lancet 5, 6–7 (2001).": ["Doe, J.", "Roe, R.", "Poe, E."],
    "Moreira Jr ED, Brock G. Help in need. Lancet. 2005;59(1):6–16.": ["Moreira, ED, Jr", "Brock, G"],
    "King, M. L., Jr., & Davis, S., III. (1999). Notes on peace.": ["King, M. L., Jr.", "Davis, S., III"],
    "Doe, J.; Roe, R. Title of it. Lancet 2001, 5, 6–7.": ["Doe, J.", "Roe, R."],
    "Carl Roe, John Poe, and Ann Lee. Title of the work. Lancet, 5:6–7, 2001.": ["Roe, Carl", "Poe, John", "Lee, Ann"],
    "Beetz, Manfred, Frühe Höflichkeit. Komplimente im Wandel, Stuttgart, 1990.": ["Beetz, Manfred"],
    "FERRIERES Madeleine, Nourritures canailles, Seuil, Paris, 2007": ["FERRIERES, Madeleine"],
    "ALY (M.I.), NAGEB (R.), « Présentation des stèles », BSFE 106, 1986, p. 31-44.": ["ALY, M.I.", "NAGEB, R."],
    "Rivera Lund, A. (2001). Title.": ["Rivera Lund, A."],
    "World Health Organization. (2021). Global report.": ["World Health Organization"],
    "ATLAS Collaboration, G. Aad et al., Jets in it, Phys. Lett. B 7 (2012) 1.": ["ATLAS Collaboration", "Aad, G.", "et al."],
    "Carlin, W., A. Glyn, and J. Van Reenen. “Export.” The Journal 111, 468 (2001): 128–162.": ["Carlin, W.", "Glyn, A.", "Van Reenen, J."],
    "Waltman, et al., 1978, Am. J. Ophthal. 85: 704-710": ["Waltman", "et al."],
    "J. Gasser, H. Leut, Ann. Phys. 158, 142 (1984)": ["Gasser, J.", "Leut, H."],
    "朱江, 이해나. 法律關係. 學報, 159, 2017.": ["朱江", "이해나"],
    ": Beyond the divide in food networks. Journal of Space. 2006;6(2):181-199": [],
}


@pytest.mark.parametrize(("raw", "wanted"), PEOPLE.items())
def test_authors_in_every_style(raw, wanted):
    """Whoever prints the list, the people are the same."""
    assert [str(name) for name in label(raw).reference.author] == wanted


def test_editors_of_a_book_are_not_its_authors():
    """The role printed after the names counts."""
    work = label("Doe, J., & Roe, R. (Eds.). (2010). A book of tests. Cambridge University Press.").reference
    assert [str(name) for name in work.editor] == ["Doe, J.", "Roe, R."]
    assert (work.author, work.type) == ((), "book")


TYPES = {
    "Doe, J. (2001). A title. University of Testing Press.": "book",
    "Doe, J. (2001). A title (PhD thesis). University of Testing.": "thesis",
    "Doe, J. (2001). A title (Technical Report 17). Institute of Tests.": "report",
    "Doe, J. and Roe, R. A title. In Proceedings of the 5th Symposium on Tests, pages 1-9, 2001.": "paper-conference",
    "Doe, J. (2021). A title [Data set]. Zenodo. https://doi.org/10.5281/zenodo.1": "dataset",
    "Doe, J. (2021). A title. Zenodo. https://doi.org/10.5281/zenodo.1": "dataset",
    "Doe, J. (2021). A title [Computer software]. GitHub. https://github.example/x": "software",
    "Doe, J. (2021) 'A title of it', arXiv preprint arXiv:2005.14165.": "article",
    "Doe, J. (2021). A title. bioRxiv. https://doi.org/10.1101/2020.01.01": "article",
    "Doe, J. (2021, May 4). A title. Fit Blog. https://fit.example/x": "post-weblog",
    'Doe, J., "Locator of things". US patent 4 0054 881 October 18, 1977.': "patent",
    "Doe, J. (2001). A title.": "article",
    "Doe, J. A title [D]. University of Testing, 2001.": "thesis",
    "Doe, J. A title of a work[J]. Acta Testica, 2001, 5(3): 7-9.": "article-journal",
}


@pytest.mark.parametrize(("raw", "wanted"), TYPES.items())
def test_type_follows_from_what_is_printed(raw, wanted):
    """The type decides which fields and which style rules count.

    What has a title and nothing else stands in no journal or book: CSL calls that an article.
    """
    assert label(raw).reference.type == wanted


def test_access_date_and_its_words_go_with_the_address():
    """The words "Retrieved ... from" are no part of title or site."""
    work = label("Weber, M. (2020). Neue Wege. Pflegeportal. Abgerufen am 12.04.2021 von https://p.example/neue-wege").reference
    assert (work.accessed, work.container_title) == (Date(year=2021, month=4, day=12), "Pflegeportal")
    assert not work.extra


def test_identifiers_are_lifted_before_anything_else():
    """Bare PubMed numbers around a DOI are identifiers, not pages."""
    work = label("Doe J: A plain title here. Mol Cell. 2017;16(1):121–134. 27836980 10.1074/mcp.M116.060301 5217778").reference
    assert (work.pmid, work.doi, work.pmcid) == ("27836980", Doi("10.1074/mcp.M116.060301"), "PMC5217778")
    assert work.page == Locator(pages="121–134")
    work = label("Doe, J. (2001). A title. Springer. ISBN 0-306-40615-2. ISBN 978-3-16-148410-0").reference
    assert work.isbn == ("0-306-40615-2", "978-3-16-148410-0")


def test_what_no_variable_holds_is_kept():
    """Nothing that is printed vanishes silently: it is a note, or text without a variable."""
    work = label("Doe, J. (2001). A title here. In Book of tests. London: Press. Reprinted by kind permission of the heirs.").reference
    assert "heirs" in (work.note or "") + work.extra.get("unlabelled", "")
    work = label("Doe, J. (2001). A title here. London: Press. Epub 2020 Jan 5.").reference
    assert "Epub" in (work.note or "") + work.extra.get("unlabelled", "")


def test_title_in_quotation_marks_that_runs_on_is_longer_than_the_marks():
    """“A quotation”: and the rest is one title."""
    work = label("Doe M: “To be of use”: the utility of research. Nurs Outlook. 1997;45(3):125–132.").reference
    assert work.title == "“To be of use”: the utility of research"
    work = label("Doe M: 'What's new'? Nurs Outlook. 1997;45(3):125–132.").reference
    assert work.container_title == "Nurs Outlook"


def test_question_within_a_title_ends_it_only_before_a_capital():
    """A question may be half of a title."""
    assert label("What is up with the east? how startups boom. 2019.").reference.title == "What is up with the east? how startups boom"
    work = label("Chen, L. (2020). Title with a question? Answers from the field. Field Studies, 4, 1–9.").reference
    assert (work.title, work.container_title) == ("Title with a question? Answers from the field", "Field Studies")


def test_fields_joined_without_a_blank_are_told_apart():
    """Some publishers lose the blank between two fields."""
    work = label("Bellomo M: The Common Past of Europe. A new look at it.Washington: CUA Press,1995.").reference
    assert (work.title, work.publisher_place, work.publisher) == ("The Common Past of Europe. A new look at it", "Washington", "CUA Press")


def test_imprint_in_brackets():
    """Physicists print publisher, place and year in one pair of brackets."""
    work = label("D. S. Freed, Five Lectures on Testing (Springer, New York, 1999).").reference
    assert (work.title, work.publisher, work.publisher_place, work.issued) == (
        "Five Lectures on Testing",
        "Springer",
        "New York",
        Date(year=1999),
    )


def test_editors_and_translators_in_brackets_and_reprint_years():
    """They stand between title and publisher and belong to neither."""
    work = label("de Beauvoir, S. (1949/2011). The second sex (C. Borde, Trans.). Vintage Books.").reference
    assert ([str(name) for name in work.translator], work.title, work.publisher) == (["Borde, C."], "The second sex", "Vintage Books")
    assert (work.issued, work.original_date) == (Date(year=2011), Date(year=1949))
    work = label("Roe, L. S. (1978). Mind in it (M. Cole, & V. Stein, Eds.). Lamp University Press.").reference
    assert ([str(name) for name in work.editor], work.title) == (["Cole, M.", "Stein, V."], "Mind in it")
    work = label("Milton, John. Paradise Lost. Edited by John Leonard. London: Penguin, 2000.").reference
    assert [str(name) for name in work.editor] == ["Leonard, John"]
    assert work.publisher == "Penguin"


def test_ways_of_other_countries():
    """The mechanism is not one country's style."""
    work = label(
        "Anders, L. & Berg, K. (2014): Wasserwege. In: Klein, T. & Groß, U. (Hrsg.): "
        "Stadt am Fluss. 2. Aufl. Wiesbaden: Springer, S. 45–67."
    ).reference
    assert ([str(name) for name in work.editor], work.container_title, work.edition) == (
        ["Klein, T.", "Groß, U."],
        "Stadt am Fluss",
        "2. Aufl.",
    )
    assert (work.publisher_place, work.publisher, work.page) == ("Wiesbaden", "Springer", Locator(pages="45–67"))
    work = label("Perec, Georges, La Vie mode d'emploi, Paris, Hachette, 1978, 695 p.").reference
    assert (work.title, work.publisher_place, work.publisher, work.number_of_pages) == ("La Vie mode d'emploi", "Paris", "Hachette", "695")
    work = label("Петров А.В. Методы анализа // Вестник науки. – 2015. – Т. 12, № 3. – С. 45-52.").reference
    assert (work.title, work.container_title, work.issued) == ("Методы анализа", "Вестник науки", Date(year=2015))
    assert (work.volume, work.issue, work.page) == ("12", "3", Locator(pages="45-52"))
    work = label(
        "Silva, J. P. A seca no Nordeste. Revista de Geografia, v. 78, n. 2, p. 55-70, mar. 2016. Acesso em: 12 abr. 2017."
    ).reference
    assert (work.issued, work.accessed) == (Date(year=2016, month=3), Date(year=2017, month=4, day=12))


def test_organisation_before_a_colon_or_a_sentence():
    """A body that issues a report is its author, whole."""
    for raw in (
        "World Bank: Poverty in the world. 2018.",
        "United Nations. Report of the meeting on water. 2003.",
        "Council of Economic Advisers. 2015. “Gender Pay Gap.”",
        "ENERGY STAR Commercial Buildings Program: 8 great strategies. 2022.",
    ):
        assert len(label(raw).reference.author) == 1, raw
        assert label(raw).reference.author[0].literal, raw
    assert label("Lessons for the future: a report about us. 2018.").reference.author == ()


def test_what_stands_between_volume_and_end_is_imprint_or_kept():
    """Publisher and place may follow the numbers."""
    work = label("Key, A. Hashing. In Proceedings of the 5th Symposium on Hashing, pages 10-19. ACM Press, New York, 1999.").reference
    assert (work.publisher, work.publisher_place) == ("ACM Press", "New York")
    work = label("Knuth, Donald E. The Art of Programming. Vol. 2. Reading, MA: Addison-Wesley, 1997.").reference
    assert (work.title, work.volume, work.publisher, work.publisher_place) == (
        "The Art of Programming",
        "2",
        "Addison-Wesley",
        "Reading, MA",
    )
    work = label("Roe C. Tests. Routledge: New York, 1993.").reference
    assert (work.publisher, work.publisher_place) == ("Routledge", "New York")
    work = label("Roe M. River deltas. Earth Sci Rev. 2020 Mar;202:103098. Epub 2020 Jan 5.").reference
    assert (work.issued, work.extra["unlabelled"]) == (Date(year=2020, month=3), "Epub 2020 Jan 5")
    assert label("Smith, J. (2020). Foo bar. Advance online publication. Journal of Foo.").reference.status == "Advance online publication"


def test_journal_between_year_and_volume():
    """Astronomers print the year before the journal."""
    work = label("ATLAS collaboration, The ATLAS Experiment at the Collider, 2008 JINST 3 S08003.").reference
    assert (work.container_title, work.volume, work.issued) == ("JINST", "3", Date(year=2008))


def read(printed):
    return label(printed).reference


def test_a_month_in_the_place_of_an_issue_hides_no_volume():
    """The text "155 (May): 212-18" is volume 155, and "(May)" is no part of the journal."""
    work = read("Moreno, Ana. 2015. “A New Method for Wells.” Journal of Water 155 (May): 212–18.")
    assert (work.container_title, work.volume, work.page) == ("Journal of Water", "155", Locator(pages="212–18"))


def test_pages_that_could_be_years_are_pages():
    """A page between 1400 and 2099 does not take the place of the year."""
    work = read("Moreno, A.; Lind, B. New Methods for Wells. J. Water 2013, 70 (11), 1450.")
    assert (work.issued, work.volume, work.issue, work.page) == (Date(year=2013), "70", "11", Locator(pages="1450"))
    assert read("A. Moreno, “Methods,” J. Water, vol. 9, no. 2, p. 1656, Dec. 2012.").issued == Date(year=2012, month=12)


def test_a_long_number_alone_is_an_article():
    """No journal has a volume of five figures."""
    assert read("Moreno, A. & Lind, B. Salts of the wells in the plain. Catalysis Today 114017 (2023).").page == Locator(article="114017")
    assert read("Moreno, A. & Lind, B. Salts of the wells in the plain. Catalysis Today 114 (2023).").volume == "114"


def test_a_journal_whose_title_ends_in_access_was_not_visited():
    """The text "Access. 2023;11" is no day of access; "Accessed 2023 May 4" is."""
    work = read("Moreno A, Lind B. Salts of the wells. IEEE Access. 2023;11:19657–68.")
    assert (work.issued, work.accessed, work.container_title) == (Date(year=2023), None, "IEEE Access")
    assert read("Moreno A. Salts of the wells. Accessed 2023 May 4. https://example.org/salts").accessed == Date(year=2023, month=5, day=4)


def test_a_person_whose_initial_has_an_accent_is_no_organisation():
    """A word like "Partnership" in the title does not make the names before it a group."""
    work = read("Tamm, Ü., 2022. The Theology of Partnership in Mission: Reflections. European Journal of Theology 31, 73–91.")
    assert work.author == (Name(family="Tamm", given="Ü."),)


def test_a_name_like_a_degree_is_a_name():
    """In "Lin, J., Ma, B." and in capitals "MA" is the second author."""
    assert [name.family for name in read("LIN, J., MA, B. (2012). On art. https://example.org/art").author] == ["LIN", "MA"]
    assert [name.honorific for name in read("Lin, J., MA, & Do, B., PhD (2012). On art. https://example.org/art").author] == ["MA", "PhD"]


def test_a_small_in_after_a_sentence_announces_the_book():
    """A part of a book is read in the style that writes "Title. in Book"."""
    work = read("Moreno, A. Portal hypertension. in Surgery of Children (Elsevier, 2012).")
    assert (work.title, work.container_title) == ("Portal hypertension", "Surgery of Children")


def test_a_malformed_doi_is_kept_as_printed():
    """What is announced as a DOI and is none stays under its variable, so that it can be said."""
    assert read("Moreno, A. (2020). On salts. Water, 3, 4–9. https://doi.org/10.118/wells-17").doi == "10.118/wells-17"
    assert read("Moreno, A. (2020). On salts. Water, 3, 4–9. https://doi.org/10.1186/wells-17").doi == Doi("10.1186/wells-17")


def test_text_copied_from_a_page_reads_like_the_page():
    """Entities and signs without width neither part names nor stand in values."""
    work = read("Moreno, A., &amp; Lind, B. (2020). Salts &amp; springs.\u200b Water, 3, 4–9.")
    assert [name.family for name in work.author] == ["Moreno", "Lind"]
    assert (work.title, work.container_title) == ("Salts & springs", "Water")


def test_an_issue_without_volume_keeps_its_article():
    """The number of an article is no volume, though an issue stands before it."""
    work = read("Moreno, A. (2020). Salts. Database of Reviews, (1), CD007834.")
    assert (work.volume, work.issue, work.page) == (None, "1", Locator(article="CD007834"))


def test_a_number_right_behind_the_journal_is_its_volume():
    """A number alone at the end is a volume behind a journal, and part of the title elsewhere."""
    work = read("Moreno, A., 2002. Waves of the plain. Phys. Rev. Lett. 88. https://doi.org/10.1000/88.137")
    assert (work.container_title, work.volume) == ("Phys. Rev. Lett.", "88")
    assert read("Moreno A (2013) Waves of the plain. Lakes Rev 87:. https://doi.org/10.1000/87").volume == "87"
    assert read("Moreno A (2013) Waves of the plain. Mathematical Lakes 62–66. https://doi.org/10.1000/87").page == Locator(pages="62–66")
    assert read("Moreno, A. (2013). Waves of the plain. Part 2. https://example.org/waves").volume is None
    assert read("Moreno, A. (2013). Waves of the plain 2. https://doi.org/10.1000/87").volume is None


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("The cha-\nracterization of wells", "The characterization of wells"),
        ("The well-\nKnown springs", "The well-Known springs"),
        ("Low-cost wells and low-\ncost springs", "Low-cost wells and low-cost springs"),
        ("A t-\ntest of wells", "A t-test of wells"),
        ("Wells of 1914-\n1918", "Wells of 1914-1918"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_it_belongs_to_the_word(printed, title):
    """Before a capital, a figure or behind one letter no word is parted; nor is one that stands with its hyphen elsewhere."""
    draft = Draft(printed, 0)
    draft.put("title", 0, len(printed))
    assert draft.values["title"] == title


def test_a_title_with_initials_is_known_by_its_word():
    """However unsure the tagger is of the names, "Dr." is none."""
    text = "Dr. J. Christie"
    draft = Draft(text, 0)
    draft.put_names("author", read_names(text, 0, len(text)), confidence=0.3)
    assert draft.origins["author[0].honorific"].confidence > draft.origins["author[0]"].confidence == 0.3


@pytest.mark.parametrize("others", [" e.a.", ", et al."])
def test_what_cuts_a_list_of_names_short_is_of_the_list(others):
    """Without it those who are not named were omitted."""
    text = f"Aubert, B.{others}, Decays. Water 87, 24."
    draft = Draft(text, 0)
    assemble(draft, [Field("author", 0, len("Aubert, B"), 0.9), Field("title", text.index("Decays"), text.index(". Water"), 0.9)])
    assert draft.values["author"] == (Name(family="Aubert", given="B."), ET_AL)


def test_what_stands_in_a_work_without_volume_or_day_is_a_chapter():
    """A book announced by "In" is no journal, though nothing but its title is printed."""
    chapter = label("Aubin J, Robin J: Managing fish ponds. In: Practices for Sustainable Agriculture: Principles and Cases. 2017;355–380.")
    assert (chapter.reference.type, chapter.reference.container_title) == (
        "chapter",
        "Practices for Sustainable Agriculture: Principles and Cases",
    )
    article = label("Müller, H.: Über Brunnen und Quellen. In: Zeitschrift für Wasser 12 (1999), S. 3–9.")
    assert article.reference.type == "article-journal"
