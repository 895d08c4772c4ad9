"""The peer of the documents: the same lines one below the other, as reportlab's own flowables, with the same fonts and as many codes."""

import json
import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


class Codes(Flowable):
    """A row of QR codes as rectangles."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.width, self.height = 0, 40

    def draw(self) -> None:
        import segno

        for n in range(self.count):
            link = f"https://www.google.com/maps/dir/?api=1&destination=34.{n:05},135.{n:05}"
            path = self.canv.beginPath()
            for y, row in enumerate(segno.make_qr(link, error="m", boost_error=False, mask=3).matrix):
                for dark in re.finditer(b"\x01+", bytes(row)):
                    path.rect(n * 45 + dark.start(), y, len(dark.group()), 1)
            self.canv.drawPath(path, stroke=0, fill=1)


def draw(lines: str, out: str) -> None:
    """Draw the document described by the JSON file `lines` into the PDF `out`."""
    asked = json.loads(Path(lines).read_text(encoding="utf-8"))
    for name in ("Inter-Regular", "Inter-SemiBold", "NotoSansJP-Regular", "NotoSansJP-SemiBold"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    latin = [ParagraphStyle(name, fontName=name, fontSize=6, leading=7) for name in ("Inter-Regular", "Inter-SemiBold")]
    japanese = [
        ParagraphStyle(name, fontName=name, fontSize=6, leading=7, wordWrap="CJK") for name in ("NotoSansJP-Regular", "NotoSansJP-SemiBold")
    ]
    story: list[Flowable] = []
    for page in asked["pages"]:
        for n, line in enumerate(page):
            styles = latin if all(ord(char) < 0x2E80 for char in line) else japanese
            story.append(Paragraph(escape(line), styles[n % 5 == 0]))
        if asked["codes"]:
            story.append(Codes(asked["codes"]))
        story.append(PageBreak())
    SimpleDocTemplate(out, pagesize=(asked["width"], asked["height"]), margins=20).build(story[:-1])
