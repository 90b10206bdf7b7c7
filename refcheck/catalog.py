"""What there is of each kind, and where it stands; imported on use.

Each table maps a name to "module:object". A test proves that every module of these packages is listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

READERS: Mapping[str, str] = MappingProxyType(
    {
        "article": "refcheck.readers.article:read",
        "bibtex": "refcheck.readers.bibtex:read",
        "csl-json": "refcheck.readers.csl_json:read",
        "csl-yaml": "refcheck.readers.csl_yaml:read",
        "docx": "refcheck.readers.docx:read",
        "endnote-xml": "refcheck.readers.endnote_xml:read",
        "html": "refcheck.readers.html:read",
        "jats": "refcheck.readers.jats:read",
        "latex": "refcheck.readers.latex:read",
        "lines": "refcheck.readers.lines:read",
        "list": "refcheck.readers.list:read",
        "markdown": "refcheck.readers.markdown:read",
        "nbib": "refcheck.readers.nbib:read",
        "pdf": "refcheck.readers.pdf:read",
        "ris": "refcheck.readers.ris:read",
        "zotero-rdf": "refcheck.readers.zotero_rdf:read",
    }
)
REGISTRIES: Mapping[str, str] = MappingProxyType(
    {
        "arxiv": "refcheck.registries.arxiv:Arxiv",
        "crossref": "refcheck.registries.crossref:Crossref",
        "datacite": "refcheck.registries.datacite:DataCite",
        "doi": "refcheck.registries.doi_ra:DoiRa",
        "openalex": "refcheck.registries.openalex:OpenAlex",
        "openlibrary": "refcheck.registries.openlibrary:OpenLibrary",
        "pubmed": "refcheck.registries.pubmed:PubMed",
    }
)
REPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "concise": "refcheck.reporters.concise:report",
        "full": "refcheck.reporters.full:report",
        "json": "refcheck.reporters.json:report",
    }
)
STYLES: Mapping[str, str] = MappingProxyType({"apa": "refcheck.styles.apa:Apa"})
EXPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "bibtex": "refcheck.exporters.bibtex:export",
        "csl-json": "refcheck.exporters.csl_json:export",
    }
)
RULES: Mapping[str, str] = MappingProxyType(
    {
        "REF001": "refcheck.rules.reading.bibtex_syntax_error:bibtex_syntax_error",
        "REF002": "refcheck.rules.reading.unreadable_reference:unreadable_reference",
        "REF101": "refcheck.rules.identifiers.doi_malformed:doi_malformed",
        "REF102": "refcheck.rules.identifiers.doi_not_registered:doi_not_registered",
        "REF103": "refcheck.rules.identifiers.doi_of_another_work:doi_of_another_work",
        "REF104": "refcheck.rules.identifiers.doi_alias:doi_alias",
        "REF105": "refcheck.rules.identifiers.doi_missing:doi_missing",
        "REF106": "refcheck.rules.identifiers.work_not_found:work_not_found",
        "REF107": "refcheck.rules.identifiers.isbn_invalid:isbn_invalid",
        "REF108": "refcheck.rules.identifiers.issn_invalid:issn_invalid",
        "REF109": "refcheck.rules.identifiers.arxiv_id_malformed:arxiv_id_malformed",
        "REF110": "refcheck.rules.identifiers.url_malformed:url_malformed",
        "REF111": "refcheck.rules.identifiers.doi_in_url_field:doi_in_url_field",
        "REF112": "refcheck.rules.identifiers.pmid_not_registered:pmid_not_registered",
        "REF113": "refcheck.rules.identifiers.arxiv_id_not_registered:arxiv_id_not_registered",
        "REF114": "refcheck.rules.identifiers.pmid_of_another_work:pmid_of_another_work",
        "REF115": "refcheck.rules.identifiers.arxiv_id_of_another_work:arxiv_id_of_another_work",
        "REF116": "refcheck.rules.identifiers.isbn_of_another_work:isbn_of_another_work",
        "REF117": "refcheck.rules.identifiers.identifiers_disagree:identifiers_disagree",
        "REF201": "refcheck.rules.contributors.honorific_in_name:honorific_in_name",
        "REF202": "refcheck.rules.contributors.author_not_in_record:author_not_in_record",
        "REF203": "refcheck.rules.contributors.author_omitted:author_omitted",
        "REF204": "refcheck.rules.contributors.authors_reordered:authors_reordered",
        "REF205": "refcheck.rules.contributors.author_misspelt:author_misspelt",
        "REF206": "refcheck.rules.contributors.placeholder_author:placeholder_author",
        "REF207": "refcheck.rules.contributors.group_author_split:group_author_split",
        "REF208": "refcheck.rules.contributors.name_in_capitals:name_in_capitals",
        "REF209": "refcheck.rules.contributors.literal_et_al:literal_et_al",
        "REF301": "refcheck.rules.dates.year_mismatch:year_mismatch",
        "REF302": "refcheck.rules.dates.year_off_by_one:year_off_by_one",
        "REF303": "refcheck.rules.dates.year_online_first:year_online_first",
        "REF304": "refcheck.rules.dates.year_missing:year_missing",
        "REF305": "refcheck.rules.dates.date_malformed:date_malformed",
        "REF306": "refcheck.rules.dates.date_in_future:date_in_future",
        "REF307": "refcheck.rules.dates.in_press_but_published:in_press_but_published",
        "REF308": "refcheck.rules.dates.year_letter_missing:year_letter_missing",
        "REF401": "refcheck.rules.titles.title_mismatch:title_mismatch",
        "REF402": "refcheck.rules.titles.title_word_changed:title_word_changed",
        "REF403": "refcheck.rules.titles.subtitle_missing:subtitle_missing",
        "REF404": "refcheck.rules.titles.title_in_capitals:title_in_capitals",
        "REF405": "refcheck.rules.titles.markup_in_title:markup_in_title",
        "REF501": "refcheck.rules.containers.volume_missing:volume_missing",
        "REF502": "refcheck.rules.containers.issue_missing:issue_missing",
        "REF503": "refcheck.rules.containers.pages_missing:pages_missing",
        "REF504": "refcheck.rules.containers.article_number_missing:article_number_missing",
        "REF505": "refcheck.rules.containers.journal_mismatch:journal_mismatch",
        "REF506": "refcheck.rules.containers.volume_mismatch:volume_mismatch",
        "REF507": "refcheck.rules.containers.issue_mismatch:issue_mismatch",
        "REF508": "refcheck.rules.containers.pages_mismatch:pages_mismatch",
        "REF509": "refcheck.rules.containers.page_range_reversed:page_range_reversed",
        "REF510": "refcheck.rules.containers.journal_abbreviation_mixed:journal_abbreviation_mixed",
        "REF701": "refcheck.rules.status.retracted:retracted",
        "REF702": "refcheck.rules.status.withdrawn:withdrawn",
        "REF703": "refcheck.rules.status.expression_of_concern:expression_of_concern",
        "REF704": "refcheck.rules.status.contradictory_notices:contradictory_notices",
        "REF705": "refcheck.rules.status.cites_the_notice:cites_the_notice",
        "REF706": "refcheck.rules.status.corrected:corrected",
        "REF707": "refcheck.rules.status.newer_version_exists:newer_version_exists",
        "REF708": "refcheck.rules.status.published_version_exists:published_version_exists",
        "REF709": "refcheck.rules.status.registries_disagree:registries_disagree",
        "REF710": "refcheck.rules.status.preprint_cited_as_published:preprint_cited_as_published",
        "REF901": "refcheck.rules.run.stale_lock:stale_lock",
        "REF902": "refcheck.rules.run.could_not_check:could_not_check",
    }
)


def load(table: Mapping[str, str], name: str) -> Any:
    """Import the object a table names.

    Raises:
        KeyError: the table has no such name.
    """
    module, _, attribute = table[name].partition(":")
    return getattr(import_module(module), attribute)
