"""The share map: one page that holds everything, with filters by day and rep, and nothing of others that a browser could run."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.workbench.visits.company import MONDAY, add_customer, add_visit_row, settle
from workbench.documents.exports import export
from workbench.documents.share_map.days import SharedDays, shared_days
from workbench.documents.share_map.page import share_map_html
from workbench.documents.share_map.text import safe
from workbench.errors import BadInput
from workbench.workspace import Workspace
from workbench.workspace.sample import create_sample

HOSTILE = "</script><script>alert(1)</script>`${alert(2)}`\"'><img src=x onerror=alert(3)>{{7*7}}{% raw %}\\u003c\u202e\u2028&amp;"


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.elements if found == tag]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SharedDays:
    file = tmp_path_factory.mktemp("share") / "sample.asaichi"
    create_sample(file).close()
    workspace = Workspace.open(file)
    with workspace.read() as session:
        shared = shared_days(session, date(2026, 11, 24), 1, None)
    workspace.close()
    return shared


@pytest.fixture(scope="module")
def page(sample: SharedDays) -> str:
    return share_map_html(sample).decode("utf-8")


def hostile(workspace: Workspace) -> str:
    with workspace.edit("fill") as session:
        rep = settle(session)
        rep.name = HOSTILE
        customer = add_customer(session, HOSTILE, "A", rep)
        customer.address = customer.name_local = HOSTILE
        add_visit_row(session, customer, MONDAY)
        return share_map_html(shared_days(session, MONDAY, 1, None)).decode("utf-8")


def test_nothing_is_asked_of_a_network(page: str) -> None:
    found = Page(page)
    loading = [attributes for _, attributes in found.elements if attributes.get("src") or attributes.get("href")]
    assert loading == [] and found.all("link") == []
    addresses = set(re.findall(r"""url\(["']?(?!data:|#)[^)]*\)|@import""", page))
    assert {one for one in addresses if "default#VML" not in one} == set()
    (rule,) = [meta["content"] for meta in found.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert rule is not None and rule.startswith("default-src 'none'") and "http" not in rule
    assert "sourceMappingURL" not in page and "Leaflet 1.9.4" in page


def test_every_rep_and_day_has_a_filter_that_hides_its_marks(sample: SharedDays, page: str) -> None:
    found = Page(page)
    fields = {attributes["id"]: attributes for attributes in found.all("input")}
    assert [key for key in fields if fields[key]["type"] == "checkbox"] == [f"f-r{rep_id}" for rep_id, _ in sample.reps]
    assert {key for key in fields if fields[key]["type"] == "radio"} == {"f-all", *(f"f-d{day}" for day in sample.days)}
    assert {attributes["for"] for attributes in found.all("label")} == set(fields)
    assert [key for key, field in fields.items() if field["type"] == "radio" and "checked" in field] == ["f-d2026-11-24"]
    marks = re.findall(r'"className": "mark way day (d[\d-]+) (r\d+)"', page)
    assert len(marks) == sample.visits == 12
    for day, rep in marks:
        assert f"#f-{rep}:not(:checked)~.folium-map .{rep}{{display:none!important}}" in page
        assert f"#f-{day}:checked~.folium-map .day:not(.{day}){{display:none!important}}" in page


def test_stops_ways_and_the_base_map_are_inside_with_whom_it_is_owed_to(sample: SharedDays, page: str) -> None:
    assert page.count('"className": "who way day') == sample.visits
    assert page.count("L.polygon(") >= 1 and page.count("L.polyline(") > len(sample.ways)
    assert safe("Coast GSHHG, borders JMA, rail MLIT, towns Geolonia · Leaflet") in page
    assert "Ikoma Pump Works" in page and len(page) < 1_500_000


def test_hostile_names_stay_text(workspace: Workspace) -> None:
    text = hostile(workspace)
    plain = Page(text)
    assert len(plain.all("script")) == 3 and plain.all("img") == []
    assert not any(name.startswith("on") for _, attributes in plain.elements for name in attributes)
    for trap in ("alert(1)", "alert(2)", "alert(3)", "${alert", "{{7", "{% raw", "onerror=alert", "\u202e", "\u2028"):
        assert trap not in text
    assert "&#123;&#123;7&#42;7" in text
    assert safe("<b>山田 & Söhne") == "&#60;b&#62;山田 &#38; Söhne"


def test_weeks_and_reps_are_those_asked_for(workspace: Workspace) -> None:
    with workspace.edit("fill") as session:
        customer = add_customer(session, "Near", "A", settle(session))
        for offset in (0, 8):
            add_visit_row(session, customer, MONDAY + timedelta(days=offset))
        add_visit_row(session, customer, MONDAY + timedelta(days=1), status="missed")
        assert shared_days(session, MONDAY + timedelta(days=3), 0, None).days == (MONDAY,)
        assert shared_days(session, MONDAY, 2, None).days == (MONDAY, MONDAY + timedelta(days=8))
        assert shared_days(session, MONDAY, 2, (99,)).ways == ()
        with pytest.raises(BadInput, match="1 to 13 weeks"):
            shared_days(session, MONDAY, 14, None)


def test_a_company_without_places_gets_a_page_that_says_so(workspace: Workspace, tmp_path: Path) -> None:
    made = export(workspace, "map", "html", tmp_path / "map.html", day=MONDAY)
    assert made.rows == 0 and "No visits with a place in this time" in made.path.read_text("utf-8")
