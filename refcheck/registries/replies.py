"""What came back from a service, and whether it is an answer at all."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from refcheck.model.answers import Cause
from refcheck.registries.retries import AGAIN, PATIENCE, retry_after

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_DEEPEST = 50
"""Levels of an answer in JSON; none of a registry has ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of a service, with a status that its client knows."""

    status: int
    headers: Mapping[str, str]
    """Names in any case."""
    document: Any = None
    """The body read as JSON, or as the root element of XML; None when it is neither and need not be."""
    html: bool = False
    """The body is a page for people: of a proxy, a log-in, an error handler."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """No answer was had."""

    cause: Cause
    detail: str
    """What happened, as half a sentence without the name of the service."""
    again: bool = False
    """Another try may do better."""
    slow: bool = False
    """It took all the time there was: one more try is enough."""
    wait: float | None = None
    """Seconds the service asks to wait."""
    busy: bool = False
    """The service was asked more often than it takes."""
    closes: bool = False
    """The service must not be asked again in this run."""


def judge(status: int, headers: Mapping[str, str], body: bytes, *, known: Collection[int], wall: float) -> Reply | Trouble:
    """Tell an answer from what only looks like one.

    Args:
        status: the HTTP status.
        headers: the response's, names in any case.
        body: the whole body, decoded from its content encoding.
        known: statuses that mean something to the client; 200 must come with JSON or XML.
        wall: seconds since the epoch, for `Retry-After` given as a date.
    """
    if status not in known:
        return _turned_away(status, headers, wall)
    content = headers.get("content-type", "").partition(";")[0].strip().lower()
    html = content in {"text/html", "application/xhtml+xml"}
    document, fault = None, None
    if content == "application/json" or content.endswith("+json"):
        try:
            document = _value(body)
        except (ValueError, RecursionError):
            fault = "the answer is broken JSON"
        if _is_too_deep(document):
            document, fault = None, "the answer is JSON nested without end"
    elif not html and (content in {"text/xml", "application/xml"} or content.endswith("+xml")):
        document, fault = _element(body)
    else:
        fault = f"the answer is {content or 'of no stated type'}, not data"
    if fault and status == HTTPStatus.OK:
        return Trouble(cause="broken", detail=fault, again=True)
    return Reply(status=status, headers=headers, document=document, html=html)


def _value(body: bytes) -> Any:
    """Read JSON; half of a surrogate pair, which JSON can spell and nothing can print, becomes U+FFFD.

    Raises:
        ValueError: this is no JSON.
    """
    text = body.decode(json.detect_encoding(body))
    document = json.loads(text)
    if _SURROGATE.search(text):
        spelled = json.dumps(document, ensure_ascii=False)
        document = json.loads(spelled.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return document


def _is_too_deep(document: Any) -> bool:
    """Tell whether values stand so deep in others that what was read could not be written down again."""
    level = [document] if isinstance(document, dict | list) else []
    for _ in range(_DEEPEST):
        inner = (each for held in level for each in (held.values() if isinstance(held, dict) else held))
        level = [each for each in inner if isinstance(each, dict | list)]
        if not level:
            return False
    return True


def _element(body: bytes) -> tuple[Any, str | None]:
    """Read XML to its root element, without entities of its own and without the network; or say what is wrong with it.

    An encoding that nobody knows is a `LookupError`.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(body), None
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None, "the answer is broken XML"


def _turned_away(status: int, headers: Mapping[str, str], wall: float) -> Trouble:
    phrase = next((f" ({known.phrase})" for known in HTTPStatus if known == status), "")
    detail = f"HTTP {status}{phrase}"
    if status == HTTPStatus.FORBIDDEN:
        return Trouble(cause="refused", detail=f"{detail}: access is blocked", closes=True)
    if status not in AGAIN:
        return Trouble(cause="network" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "refused", detail=detail)
    wait = retry_after(headers.get("retry-after"), wall)
    busy = status == HTTPStatus.TOO_MANY_REQUESTS
    cause: Cause = "refused" if busy else "network"
    if wait is not None and wait > PATIENCE:
        return Trouble(cause=cause, detail=f"{detail}: asks to wait {wait:.0f} s", closes=True)
    return Trouble(cause=cause, detail=detail, again=True, wait=wait, busy=busy)
