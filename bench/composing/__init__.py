"""Documents composed of invented prose and lists of real references, as text, PDF and DOCX.

compose(seed) makes one, with its references as they are printed; to_pdf and to_docx write it.
"""

from composing.documents import Made, Part, compose
from composing.files import to_docx, to_pdf
from composing.silent import silent

__all__ = ["Made", "Part", "compose", "silent", "to_docx", "to_pdf"]
