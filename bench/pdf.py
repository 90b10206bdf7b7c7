"""A long PDF in two columns: seconds and memory, against a tenth of it.

python bench/pdf.py [PAGES...]

The pages are invented prose with running heads and a hanging list at the end. Wanted: 300 pages in a few seconds, cost in
proportion. How exactly references are cut out of PDFs is printed by `cut.py`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

_WIDE, _HIGH, _SIZE, _LEADING = 595, 842, 8.5, 12.5
_LINES, _LEFT, _NEXT = 54, 50, 255
_ENTRY = (
    "Walker, A. B., & Climber, D. ({year}). Path {number} and its",
    "length, as it was measured. Journal of Footways of {number},",
    "{volume}({issue}), {page}–{last}. https://doi.org/10.5555/jf.{number}",
)
_PROSE = (
    "The walking of dogs in the rain was never measured with",
    "sufficient accuracy (Walker et al., 2010). Forty people kept a",
    "diary for two weeks and counted every difficult step; nobody",
    "agreed with anybody, as others have found as well.",
)
_MEASURED = """
import sys, time
from pathlib import Path
from refcheck.model.documents import Document
from refcheck.readers.pdf import read
from refcheck.readers.pdf.pages import pages_of
content = Path(sys.argv[1]).read_bytes()
began = time.process_time()
pages_of("long.pdf", content)
laid_out = time.process_time()
found = read(Document(name="long.pdf", text="", content=content))
print(f"{laid_out - began:.1f} s to lines, {time.process_time() - laid_out:.1f} s to references, {len(found.references)} found", end="")
"""


def made(path: Path, pages: int) -> int:
    """Write a PDF of so many pages, the last tenth of them a list; gives the number of entries."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(_WIDE, _HIGH))
    prose, entries = cycle(_PROSE), 0
    listed = max(1, pages // 10)
    for page in range(pages):
        canvas.setFont("Times-Roman", _SIZE)
        canvas.drawString(_LEFT, _HIGH - 40, "Journal of Footways")
        canvas.drawRightString(_WIDE - _LEFT, 30, str(page + 1))
        for column in range(2):
            for line in range(_LINES):
                text, indent = next(prose), 0
                if page >= pages - listed:
                    entries += line % len(_ENTRY) == 0
                    numbers = {"year": 1950 + entries % 70, "volume": entries % 90 + 1, "issue": entries % 4 + 1, "page": entries}
                    text = _ENTRY[line % len(_ENTRY)].format(number=entries, last=entries + 9, **numbers)
                    indent = 0 if line % len(_ENTRY) == 0 else 12
                canvas.drawString(_LEFT + column * _NEXT + indent, _HIGH - 70 - line * _LEADING, text)
        canvas.showPage()
    canvas.save()
    return entries


def main() -> int:
    """Read PDFs of growing length; resource tells the most memory of a child that has ended."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        for pages in [int(word) for word in sys.argv[1:]] or [30, 300]:
            entries = made(path, pages)
            began = time.monotonic()
            done = subprocess.run([sys.executable, "-c", _MEASURED, str(path)], check=True, capture_output=True, text=True)
            spent, most = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{pages} pages: {done.stdout} of {entries}, {spent:.1f} s in all, {most:.0f} MB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
