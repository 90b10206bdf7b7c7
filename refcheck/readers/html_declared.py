"""What a page itself says are references and notes: the elements, their kind and the list each belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from refcheck.model.flows import BlockKind
from refcheck.readers.html_roles import (
    BLOCKS,
    HEADINGS,
    is_bibliography,
    is_entry,
    is_note,
    is_notes,
    is_unit,
    is_unseen,
    key_of,
)
from refcheck.readers.segmenting.headings import is_heading
from refcheck.syntax.xml_tree import Element, Stretch

_MOST = 0.8
"""Share of a reference list that its entries make, its heading left out."""
_HALF = 0.5
_FEWEST = 2
_SHORTEST = 20
"""Letters of a `cite` that is a whole reference rather than a title."""


@dataclass(slots=True)
class Measure:
    """What stands below an element."""

    letters: int = 0
    """Signs that are no blanks."""
    listed: int = 0
    """Of these, in list items and rows of tables."""
    headed: int = 0
    """Of these, in headings."""
    cited: int = 0
    """Of these, in long `cite` elements."""
    inward: int = 0
    """Of these, in links to places of the page itself."""
    outward: int = 0
    """Of these, in links to elsewhere."""
    blocks: int = 0
    """Blocks that are no parts of tables."""
    has_entries: bool = False
    has_list: bool = False

    @property
    def leads_back(self) -> bool:
        """Tell whether an element, after other text, does no more than lead back: "Cited by §1 and §2"."""
        return self.inward > 0 and self.outward == 0 and self.letters - self.inward <= _LONGEST_LEAD


_LONGEST_LEAD = 15
"""Letters beside links within the page: "Cited on pages", "Back to text"."""


@dataclass(slots=True)
class Declared:
    """What a page declares."""

    kinds: dict[int, tuple[BlockKind, int]] = field(default_factory=dict)
    """Identity of an element -> kind of block and number of its list."""
    measures: dict[int, Measure] = field(default_factory=dict)
    """Identity of an element -> what stands below it; unseen elements have none."""
    around: set[int] = field(default_factory=set)
    """Identities of elements that hold references or notes."""


def declared(root: Element) -> Declared:
    """Find what a page declares to be references and notes; of lists within lists the innermost."""
    found = Declared(measures=_measured(root))
    seen = [element for element in root.walk() if id(element) in found.measures]
    parents = {id(child): element for element in seen for child in element.elements()}

    def settle(element: Element | None) -> None:
        while element is not None and id(element) not in found.around:
            found.around.add(id(element))
            element = parents.get(id(element))

    # From the end, so that what stands below an element is settled before it.
    for element in reversed(seen):
        if id(element) in found.around:
            continue
        around, group = parents.get(id(element)), element.start
        kinds = dict(_of_list(element, found.measures))
        if not kinds and is_bibliography(element):
            paragraphs = _paragraphs(element, found.measures)
            if around is not None and _is_repeated(around):
                group = around.start
            elif len(paragraphs) < _FEWEST:
                paragraphs = []
            kinds = {id(unit): "item" for unit in paragraphs}
        if kinds:
            found.kinds.update({place: (kind, group) for place, kind in kinds.items() if place not in found.kinds})
            settle(element)
    return found


def _is_repeated(parent: Element) -> bool:
    """Tell whether several children are called reference lists, so that each is an entry rather."""
    return sum(map(is_bibliography, islice(parent.elements(), _MOST_ASKED))) >= _FEWEST


_MOST_ASKED = 50


def _measured(root: Element) -> dict[int, Measure]:
    measures: dict[int, Measure] = {}
    shown: list[Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not is_unseen(element):
            shown.append(element)
            waiting.extend(element.elements())
    for element in reversed(shown):
        measures[id(element)] = _measure(element, measures)
    return measures


def _measure(element: Element, measures: Mapping[int, Measure]) -> Measure:
    below = Measure()
    for child in element.children:
        if isinstance(child, Stretch):
            below.letters += sum(map(len, child.text.split()))
        elif inner := measures.get(id(child)):
            below.letters += inner.letters
            below.listed += inner.listed
            below.headed += inner.headed
            below.cited += inner.cited
            below.inward += inner.inward
            below.outward += inner.outward
            below.blocks += inner.blocks + (child.tag in BLOCKS and child.tag not in _OF_TABLES)
            below.has_entries = below.has_entries or inner.has_entries or is_entry(child)
            below.has_list = below.has_list or inner.has_list or is_unit(child) or child.tag in HEADINGS
    if is_unit(element):
        below.listed = below.letters
    elif element.tag in HEADINGS:
        below.headed = below.letters
    elif element.tag == "a" and (address := element.attributes.get("href")) is not None:
        below.inward, below.outward = (below.letters, 0) if address.startswith("#") else (0, below.letters)
    elif element.tag == "cite" and below.letters >= _SHORTEST:
        below.cited = below.letters
    return below


_OF_TABLES = frozenset({"tbody", "td", "tfoot", "th", "thead", "tr"})


def _of_list(element: Element, measures: Mapping[int, Measure]) -> Iterator[tuple[int, BlockKind]]:
    """Yield the elements of a list, where an element is one, with their kinds."""
    children = [child for child in element.elements() if id(child) in measures]
    own = [child for child in children if is_entry(child) and not measures[id(child)].has_entries]
    if own:
        yield from ((id(child), "entry") for child in own)
        return
    whole = measures[id(element)]
    if is_notes(element):
        units = _units(element, measures) or _paragraphs(element, measures)
        yield from ((id(unit), "note") for unit in units or ([] if _has_lines(element) else [element]))
    elif is_bibliography(element) and whole.listed and whole.listed >= _MOST * (whole.letters - whole.headed):
        yield from _kinds(_units(element, measures), measures, "item" if _is_headed_otherwise(element, measures) else "entry")
    else:
        yield from _named(children, measures)


def _is_headed_otherwise(element: Element, measures: Mapping[int, Measure]) -> bool:
    """Tell whether the heading that people see speaks of something else than the name of the element."""
    if not measures[id(element)].headed or element.attributes.get("role") == "doc-bibliography":
        return False
    head = next((inner for inner in element.walk() if inner.tag in HEADINGS and id(inner) in measures), element)
    return not is_heading(" ".join(head.text.split()))


def _named(children: list[Element], measures: Mapping[int, Measure]) -> Iterator[tuple[int, BlockKind]]:
    """Yield what is named or marked up as references are, one after another."""
    units = [child for child in children if child.tag in BLOCKS and child.tag not in HEADINGS and measures[id(child)].letters]
    plain = [unit for unit in units if is_unit(unit) or not measures[id(unit)].has_list]
    keyed = [unit for unit in plain if key_of(unit)]
    if len(keyed) >= max(_FEWEST, _HALF * len(units)):
        yield from ((id(unit), "entry") for unit in keyed)
    elif any(map(is_unit, units)):
        yield from _kinds(units, measures, "item")


def _kinds(units: list[Element], measures: Mapping[int, Measure], kind: BlockKind) -> Iterator[tuple[int, BlockKind]]:
    """Yield units of a list; where most hold a `cite` that is a whole reference, only those are references.

    Lists of notes that are references hold remarks too.
    """
    marked = {id(unit) for unit in units if measures[id(unit)].cited >= _HALF * measures[id(unit)].letters > 0}
    if marked and len(marked) >= _HALF * len(units):
        for unit in units:
            if id(unit) not in marked:
                yield id(unit), "note"
                continue
            cites = [inner for inner in unit.walk() if inner.tag == "cite" and id(inner) in measures and measures[id(inner)].cited]
            yield id(unit), "entry" if len(cites) == 1 else "prose"
            if len(cites) > 1:
                yield from ((id(inner), "entry") for inner in cites)
    elif kind == "entry" and not any(is_note(unit) for unit in units):
        yield from ((id(unit), kind) for unit in units)


def _units(element: Element, measures: Mapping[int, Measure]) -> list[Element]:
    """List the items of a list that stand in no other."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if is_unit(each) and measures[id(each)].letters:
            found.append(each)
        else:
            waiting.extend(child for child in reversed(list(each.elements())) if id(child) in measures)
    return found


def _paragraphs(element: Element, measures: Mapping[int, Measure]) -> list[Element]:
    """List the paragraphs that a list without items is made of; none where lines are parted by hand."""
    found = [each for each in element.walk() if id(each) in measures and each.tag in {"p", "div"} and not measures[id(each)].blocks]
    return [] if any(map(_has_lines, found)) else [each for each in found if measures[id(each)].letters]


def _has_lines(element: Element) -> bool:
    """Tell whether lines are parted by hand."""
    return any(inner.tag == "br" for inner in element.walk())
