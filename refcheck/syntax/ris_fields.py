"""RIS: its types and what its tags mean; the tables of its reader and exporter.

Source: RIS format specifications (Research Information Systems, 2001 and 2011); Zotero's importer, as measured tag by tag.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refcheck.syntax.field_table import FieldTable
from refcheck.text.word_tables import word_set

_TYPES = """
    JOUR article-journal · EJOUR article-journal · ABST article-journal · JFULL article-journal · PREPRINT article
    BOOK book · EBOOK book · EDBOOK book · SER book · CHAP chapter · ECHAP chapter · CONF paper-conference · CPAPER paper-conference
    RPRT report · GOVDOC report · STAND standard · THES thesis · WEB webpage · ELEC webpage · BLOG post-weblog
    NEWS article-newspaper · MGZN article-magazine · CTLG article-magazine · DATA dataset · DBASE dataset · AGGR dataset
    COMP software · PAT patent · STAT legislation · BILL bill · UNBILL bill · CASE legal_case · LEGAL regulation · HEAR hearing
    ENCYC entry-encyclopedia · DICT entry-dictionary · MANSCPT manuscript · UNPB manuscript · UNPD manuscript · INPR manuscript
    PAMP pamphlet · SLIDE speech · MAP map · MPCT motion_picture · VIDEO motion_picture · ADVS motion_picture · MULTI motion_picture
    SOUND song · MUSIC musical_score · ART graphic · CHART graphic · FIGURE figure · PCOMM personal_communication
    ICOMM personal_communication · INTV interview · CLSWK classic · ANCIENT classic
    PODCAST broadcast · GEN document · EQUA document · GRNT document
"""
TYPES: Mapping[str, str] = MappingProxyType(
    {pair.split()[0]: pair.split()[1] for line in _TYPES.split("\n") for pair in line.split("·") if pair.strip()}
)
"""Type of reference -> CSL type; of several for one CSL type the first is the one to write."""
EDITED = frozenset({"EDBOOK"})
"""Types whose authors are editors."""

FIELDS = FieldTable("""
    * author = AU A1
    * editor = ED A2 A3
    * translator = A4
    * title = TI T1 CT
    * title_short = ST
    * container_title = JF T2 BT JO JA J2
    * container_title_short = J2 JA JO J1 J9 JI
    * collection_title = T3
    * volume = VL
    * page = SP EP
    * number = M1
    * edition = ET
    * publisher = PB
    * publisher_place = CY
    * archive = DB
    * archive_location = AN AV
    * source = DP
    * call_number = CN
    * language = LA
    * abstract = AB N2
    * keyword = KW
    * annote = N1 RN
    * doi = DO
    * url = UR
    * issn = SN
    * issued = PY Y1 DA
    * accessed = Y2

    article-journal article-magazine article-newspaper article document issue = IS M1
    article-journal article-magazine article-newspaper article document number =
    article-journal article-magazine article-newspaper article document collection_editor = A3
    article-journal article-magazine article-newspaper article document editor = ED A2
    article-journal article-newspaper article section = SE
    article-journal pmcid = C2

    book classic title = TI T1 CT BT
    book classic container_title =
    book classic container_title_short =
    book classic collection_title = T2 T3
    book classic editor = ED A3
    book classic collection_editor = A2
    book classic collection_number = M1
    book classic number =
    book classic number_of_volumes = NV
    book classic number_of_pages = SP

    chapter entry-encyclopedia entry-dictionary editor = ED A2
    chapter entry-encyclopedia entry-dictionary collection_editor = A3
    chapter entry-encyclopedia entry-dictionary container_title = T2 BT JF JO JA J2
    chapter container_author = C2
    chapter collection_number = SV
    chapter number =
    chapter number_of_volumes = IS NV M1
    entry-encyclopedia entry-dictionary number_of_volumes = NV

    paper-conference editor = ED A2
    paper-conference collection_editor = A3
    paper-conference contributor = A4
    paper-conference translator =
    paper-conference container_title = C3 BT JF JA J2
    paper-conference event_title = T2 JO
    paper-conference publisher_place = CY C1
    paper-conference issue = IS
    paper-conference number =
    paper-conference number_of_volumes = NV
    book classic chapter entry-encyclopedia entry-dictionary paper-conference isbn = SN
    book classic chapter entry-encyclopedia entry-dictionary paper-conference issn =

    report standard collection_editor = A2
    report standard editor = ED A3
    report standard collection_title = T2 T3
    report standard container_title =
    report standard number = SN M1
    report standard issn =
    report standard genre = M3
    thesis contributor = A3
    thesis number_of_pages = SP
    thesis genre = M3
    thesis isbn = SN
    thesis issn =
    manuscript pamphlet number_of_pages = SP
    manuscript pamphlet personal_communication genre = M3
    manuscript pamphlet personal_communication number =
    webpage post-weblog genre = M3
    webpage post-weblog number =

    dataset version = ET IS
    dataset edition =
    dataset number = NV
    dataset contributor = A4
    dataset translator =
    software version = ET
    software edition =
    software number =
    software isbn = SN
    software issn =
    software map collection_title = T2 T3
    software map container_title =
    map genre = M3
    map scale = C1
    map collection_editor = A3
    map editor = ED A2
    map isbn = SN
    map issn =

    motion_picture director = AU A1
    motion_picture author =
    motion_picture producer = A3
    motion_picture editor = ED
    motion_picture contributor = A4
    motion_picture translator =
    motion_picture dimensions = SP
    motion_picture page =
    motion_picture genre = C4
    motion_picture medium = C5
    motion_picture song musical_score number_of_volumes = NV
    motion_picture song musical_score isbn = SN
    motion_picture song musical_score issn =
    song musical_score composer = AU A1
    song musical_score author =
    song musical_score performer = A2
    song musical_score editor = ED
    song musical_score medium = C5
    graphic figure dimensions = C3
    graphic figure medium = M3
    personal_communication recipient = A2
    personal_communication editor = ED
    speech event_title = T2
    speech container_title = BT JF JO JA J2
    speech chair = A2
    speech editor = ED
    speech genre = M3

    patent number = SN
    patent issn =
    patent authority = A2
    patent editor = ED
    patent genre = M3
    legal_case translator =
    legal_case authority = PB
    legal_case publisher =
    legal_case container_title = A2
    legal_case editor = ED
    legal_case number = SV
    legislation bill hearing chapter_number = ET
    legislation bill hearing edition =
    legislation bill section = SE
    bill editor = ED
    bill hearing authority = T3
    bill hearing collection_title =
    hearing section = T2
    hearing container_title =
    hearing number_of_volumes = NV
""")
"""What the tags mean; `page` is read from SP and EP together."""
_JOURNAL, _VOLUME = frozenset({"JF", "JO", "JA", "J2"}), frozenset({"T2", "VL"})
ARTICLE_NUMBER = "C7"
"""Tag of the article number, which shares the slot of the pages."""
KEY, EXTRA = "ID", "M2"
TAGS = word_set("TY ER ID C1 C2 C3 C4 C5 C6 C7 C8 L1 L2 L3 L4 LK CR OP PP RI RP CA CP LB M2 U1 U2 U3 U4 U5 VO TA TT NO AD") | {
    tag for csl in set(TYPES.values()) for tag in FIELDS.ranked_attributes(csl)
}
"""Tags there are. Where a record writes them in another manner, only these begin a line."""


def type_of(name: str, tags: frozenset[str]) -> str:
    """Give the CSL type of a record by its own type and its tags; one of no known type that stands in a journal is an article."""
    known = TYPES.get(name, "document")
    return "article-journal" if known == "document" and (tags & _JOURNAL or tags >= _VOLUME) else known
