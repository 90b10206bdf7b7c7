"""Bytes are decoded without loss, and what is no text is refused in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.errors import ReadError
from refcheck.readers.source import decode


def test_utf8_is_read_without_a_word():
    document, notices = decode("x.txt", "Müller, Ł. (2020). Über β.".encode())
    assert document.text == "Müller, Ł. (2020). Über β."
    assert (document.encoding, document.bom, notices) == ("utf-8", False, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str):
    document, notices = decode("x.bib", "@book{ä}".encode(encoding))
    assert document.text == "@book{ä}"
    assert document.bom
    assert notices == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str):
    document, _ = decode("x.bib", "@book{abc, title = {A title of some length}}".encode(encoding))
    assert document.text.startswith("@book{abc")
    assert document.encoding == encoding


def test_a_declared_encoding_is_used():
    document, notices = decode("x.bib", "% Encoding: windows-1252\n@book{k, title = {Überblick – neu}}".encode("cp1252"))
    assert "Überblick – neu" in document.text
    assert notices == ()


def test_an_unknown_declared_encoding_is_passed_over():
    document, notices = decode("x.bib", b"% Encoding: no-such-thing\n@book{k}")
    assert (document.encoding, notices) == ("utf-8", ())


def test_what_is_not_utf8_is_read_with_a_notice_and_nothing_is_lost():
    document, notices = decode("old.txt", "First line\nCafé – Ærø".encode("cp1252") + b"\x81")
    assert document.text == "First line\nCafé – Ærø\x81"
    assert document.encoding == "cp1252"
    assert [notice.message for notice in notices] == ["old.txt: line 2 is not valid UTF-8; the file is read as windows-1252"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
        (b"PK\x03\x04word/", "a damaged ZIP container"),
        (b"\x89PNG\r\n", "an image"),
        (bytes(range(32)) * 20, "a binary file"),
    ],
)
def test_binary_content_is_refused_in_one_line(content: bytes, kind: str):
    with pytest.raises(ReadError) as fault:
        decode("paper", content)
    assert str(fault.value).startswith(f"paper: this is {kind}")
    assert "\n" not in str(fault.value)


def test_an_empty_file_is_an_empty_document():
    assert decode("x.txt", b"")[0].text == ""


def test_lines_and_columns_count_from_one():
    document, _ = decode("x.txt", b"ab\r\ncd\n\nef")
    assert [document.position(offset) for offset in (0, 1, 4, 5, 7, 8, 10)] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (4, 1), (4, 3)]


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_read_error(content: bytes):
    try:
        document, _ = decode("x", content)
    except ReadError as fault:
        assert str(fault).startswith("x: this is ")  # noqa: PT017 - either outcome is right
    else:
        assert document.position(len(document.text))[0] >= 1
