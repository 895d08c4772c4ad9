"""PDFs read back: the text, the fonts, the codes."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from workbench.output import fonts, qr
from workbench.output.charts import Axis, Chart, Series
from workbench.output.pdf import chart, parts
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.text import Style, paragraph
from workbench.output.plain_text import printable

STYLE = Style(16)
A4 = Paper()


def page(*texts: str, paper: Paper = A4) -> bytes:
    sheet = Sheet(paper, "Test", "Kitagawa", "en")
    sheet.new_page()
    for i, text in enumerate(texts):
        sheet.lines(76, 66 + 200 * i, paragraph(text, STYLE, 800))
    return sheet.bytes()


def read(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def bare(text: str) -> str:
    return "".join(text.split())


def test_japanese_latin_and_mixed_text_can_be_copied_out() -> None:
    text = "Hanshin Medical 阪神メディカル, T. Endo; 髙﨑𠮷 10 → 6 days, naïve Łódź Ελλάδα Привет 한국 👍"
    assert bare(text) in bare(read(page(text)))


def test_all_fonts_are_embedded_subsets() -> None:
    content = page("Latin 阪神 한국")
    found = PdfReader(io.BytesIO(content)).pages[0]["/Resources"]["/Font"]
    kinds = {str(font.get_object()["/BaseFont"]): "/FontFile2" in font.get_object()["/FontDescriptor"] for font in found.values()}
    assert all(kinds.values()) and not any("Helvetica" in name for name in kinds)
    assert any("Inter-Regular" in name for name in kinds)
    assert len(content) < 60_000


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [
        (Paper("A4"), 595.3, 841.9),
        (Paper("A4", landscape=True), 841.9, 595.3),
        (Paper("Letter"), 612, 792),
        (Paper("Letter", landscape=True), 792, 612),
    ],
)
def test_papers(paper: Paper, width: float, height: float) -> None:
    box = PdfReader(io.BytesIO(page("x", paper=paper))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((width, height), abs=0.1)


def test_grey_has_no_colour() -> None:
    def colours(grey: bool) -> list[bytes]:
        sheet = Sheet(Paper(grey=grey), "Test", "Kitagawa", "en")
        sheet.new_page()
        parts.tier_square(sheet, 76, 76, "A", 26)
        sheet.rule(76, 120, 800, "thread", 2.5)
        stream = PdfReader(io.BytesIO(sheet.bytes())).pages[0].get_contents()
        assert stream is not None
        return [line for line in stream.get_data().split(b"\n") if line.lower().endswith(b" rg")]

    assert all(len(set(line.split()[:3])) == 1 for line in colours(grey=True))
    assert any(len(set(line.split()[:3])) > 1 for line in colours(grey=False))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_prints_and_comes_back(text: str) -> None:
    shown = fonts.chain(400).with_missing_marked(printable(text))
    extracted = read(page(text))
    if not fonts.right_to_left(shown):
        assert sorted(bare(shown)) == sorted(bare(extracted).replace("\xad", "")) or _only_looks_differ(shown, extracted)


def _only_looks_differ(shown: str, extracted: str) -> bool:
    """The reader itself turns some scripts and folds ligatures; then compare what is left in the standard's own compatible form."""
    import unicodedata

    def form(text: str) -> list[str]:
        return sorted(bare(unicodedata.normalize("NFKC", text)))

    return form(shown) == form(extracted)


@pytest.mark.parametrize(
    "name", ["<b>Miller & Sons <i>", '<img src="file:///etc/passwd"/>', '<a href="javascript:alert(1)">x</a>', "&nbsp;&#0;&bogus;"]
)
def test_markup_in_a_name_is_text(name: str) -> None:
    content = page(name)
    assert bare(name) in bare(read(content))
    assert not any(word in content for word in (b"/URI", b"/JavaScript", b"file:///", b"/Subtype /Image"))


def test_right_to_left_names_keep_their_reading_order_for_other_programs() -> None:
    content = page("Offer for שלום")
    stream = PdfReader(io.BytesIO(content)).pages[0].get_contents()
    assert stream is not None and "Offer for שלום".encode("utf-16-be").hex().encode() in stream.get_data()


@pytest.mark.skipif(not shutil.which("zbarimg") or not shutil.which("pdftoppm"), reason="needs zbarimg and pdftoppm to read codes back")
def test_a_code_of_sixteen_millimetres_is_read_back_from_paper(tmp_path: Path) -> None:
    link = qr.stop_link((34.81234, 135.41))
    sheet = Sheet(Paper(), "Test", "Kitagawa", "en")
    sheet.new_page()
    modules = len(qr.matrix(link))
    parts.code(sheet, 76, 76, 16 * 1000 / 210 * (modules + 8) / modules, link)
    (tmp_path / "code.pdf").write_bytes(sheet.bytes())
    subprocess.run(["pdftoppm", "-r", "300", "-png", tmp_path / "code.pdf", tmp_path / "code"], check=True)
    found = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "code-1.png"], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == link == "https://www.google.com/maps/dir/?api=1&destination=34.81234,135.41000"


def test_charts_and_tables_print_their_words() -> None:
    sheet = Sheet(Paper(), "Test", "Kitagawa", "en")
    sheet.new_page()
    months = Chart(
        "columns",
        "Most falls in October",
        Axis(("Oct", "Nov"), 1),
        (Series("done", "done", (17.0, None), ("17", "")), Series("line", "target", (16.0, 16.0), ("of 16", "16"))),
    )
    chart.draw(sheet, months, 76, 76, 400, 200)
    chart.draw(
        sheet, Chart("bars", "", Axis(("Optics", "医療")), (Series("share", "done", (3.0, 1.0), ("75 %", "25 %")),)), 76, 300, 400, 80
    )
    parts.table(
        sheet,
        76,
        420,
        (parts.Column("Tier", 60), parts.Column("Visits", 90, right=True)),
        ((parts.Cell("A", tier=True), parts.Cell("24")),),
    )
    text = read(sheet.bytes())
    assert all(word in text for word in ("Oct", "17", "of 16", "Optics", "医療", "75 %", "Tier", "Visits", "24"))
