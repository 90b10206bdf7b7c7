"""What CSL variables are called in Zotero: its fields and its roles; the tables of reader and exporter.

Source: Zotero schema 41, "itemTypes" and "csl".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refcheck.syntax.field_table import FieldTable

FIELDS = FieldTable("""
    * title = title caseName nameOfAct subject
    * title_short = shortTitle
    * original_title = originalTitle
    * container_title = publicationTitle bookTitle proceedingsTitle websiteTitle blogTitle forumTitle dictionaryTitle encyclopediaTitle
    * container_title_short = journalAbbreviation
    * collection_title = series seriesTitle
    * collection_number = seriesNumber
    * event_title = conferenceName meetingName
    * event_place = eventPlace
    * volume = volume
    * issue = issue
    * page = pages
    * number = number identifier archiveID
    * number_of_pages = numPages
    * number_of_volumes = numberOfVolumes
    * edition = edition
    * version = versionNumber version
    * section = section committee
    * scale = scale
    * dimensions = runningTime artworkSize
    * publisher = publisher institution university company distributor studio label network repository
    * publisher_place = place repositoryLocation
    * original_publisher = originalPublisher
    * original_publisher_place = originalPlace
    * archive = archive
    * archive_location = archiveLocation
    * authority = court legislativeBody issuingAuthority authority
    * jurisdiction = jurisdiction
    * genre = type genre
    * medium = medium artworkMedium videoRecordingFormat audioRecordingFormat audioFileType interviewMedium system
    * source = libraryCatalog
    * status = status legalStatus
    * references = references history
    * call_number = callNumber
    * language = language
    * abstract = abstractNote
    * keyword = tag
    * doi = DOI
    * url = url
    * isbn = ISBN
    * issn = ISSN
    * pmid = PMID
    * pmcid = PMCID
    * issued = date dateDecided dateEnacted issueDate
    * accessed = accessDate
    * original_date = originalDate
    * submitted = filingDate

    article-journal article-magazine article-newspaper issue = issue number
    article-journal article-magazine article-newspaper number =

    chapter container_title = bookTitle publicationTitle
    paper-conference container_title = proceedingsTitle publicationTitle
    webpage container_title = websiteTitle publicationTitle
    post-weblog container_title = blogTitle publicationTitle
    post container_title = forumTitle publicationTitle
    entry-dictionary container_title = dictionaryTitle publicationTitle
    entry-encyclopedia container_title = encyclopediaTitle publicationTitle
    broadcast container_title = programTitle publicationTitle
    legal_case container_title = reporter publicationTitle
    legislation bill container_title = code publicationTitle
    legal_case title = caseName title
    legislation title = nameOfAct title
    speech event_title = meetingName conferenceName
    report map software collection_title = seriesTitle series
    legal_case volume = reporterVolume volume
    legislation volume = codeNumber volume
    bill volume = codeVolume volume
    legal_case page = firstPage pages
    bill page = codePages pages
    report number = reportNumber number
    patent number = patentNumber number
    bill number = billNumber number
    hearing number = documentNumber number
    legal_case number = docketNumber number
    legislation number = publicLawNumber number
    broadcast number = episodeNumber number
    dataset number = identifier number
    article number = archiveID number
    legislation bill hearing chapter_number = session
    report manuscript publisher = institution publisher
    thesis publisher = university publisher
    software publisher = company publisher
    dataset article publisher = repository publisher
    broadcast publisher = network publisher
    motion_picture publisher = distributor studio publisher
    song publisher = label publisher
    dataset publisher_place = repositoryLocation place
    thesis genre = thesisType type
    report genre = reportType type
    manuscript genre = manuscriptType type
    webpage post-weblog genre = websiteType type
    post genre = postType type
    map genre = mapType type
    personal_communication genre = letterType type
    speech genre = presentationType type
    graphic medium = artworkMedium medium
    interview medium = interviewMedium medium
    graphic dimensions = artworkSize
    legal_case issued = dateDecided date
    legislation issued = dateEnacted date
    patent issued = issueDate date
""")
ROLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("artist", "cartographer", "inventor", "programmer", "podcaster", "presenter", "interviewee", "sponsor"), "author"),
        **dict.fromkeys(("author", "editor", "translator", "contributor", "composer", "director", "performer", "producer"), ""),
        **dict.fromkeys(("interviewer", "recipient", "guest", "host", "narrator", "organizer", "chair", "illustrator"), ""),
        "seriesEditor": "collection_editor",
        "bookAuthor": "container_author",
        "reviewedAuthor": "reviewed_author",
        "originalCreator": "original_author",
        "scriptwriter": "script_writer",
        "executiveProducer": "executive_producer",
        "seriesCreator": "series_creator",
        "castMember": "performer",
    }
)
"""Role -> attribute; "" where both have one name."""
