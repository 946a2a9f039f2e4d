"""PDFs as tests make them."""
from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf_file(objects: list[bytes]) -> bytes:
    """A PDF of these objects, of which the first is its catalog."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def paper(words: str, attached: Sequence[tuple[str, bytes]] = (), *, is_portfolio: bool = False) -> bytes:
    """A page of one line, with files attached to it by their names."""
    content = f"BT /F1 11 Tf 72 720 Td ({words}) Tj ET".encode("latin-1")
    files, specifications = [], []
    for index, (name, data) in enumerate(attached):
        packed = zlib.compress(data, 9)
        number = 6 + 2 * index
        files.append(b"<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed))
        files.append(f"<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F {number} 0 R >> >>".encode("latin-1"))
        specifications.append(f"(file{index:03}) {number + 1} 0 R")
    catalog = f"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{' '.join(specifications)}] >> >>"
    catalog += (" /Collection << /Type /Collection >>" if is_portfolio else "") + " >>"
    return pdf_file([
        catalog.encode(), b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", *files])  # fmt: skip
