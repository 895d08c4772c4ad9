"""Real files come in as their facts say, and a second time nothing is new."""

import json
from pathlib import Path

import pytest

from workbench.importing.run import apply_import, import_list, plan_import
from workbench.workspace import NewCompany, Workspace

CUSTOMER_LISTS = [
    ("1_customers/chinook/Customer.csv", "utf-8", 1, 59),
    ("4_geocode/takamatsu/public_toilet.csv", "utf-8", 1, 169),
    ("4_geocode/takamatsu/tsunami_evacuation_building.csv", "utf-8", 1, 113),
    ("4_geocode/takamatsu/0002_aed_preamble.csv", "utf-8-sig", 7, 514),
    ("2_messy_csv/localgovjp_sjis_2017/localgovjp-sjis.csv", "cp932", 1, 1916),
    ("1_customers/jp_companies_gbizinfo_sabae/company.csv", "utf-8-sig", 1, 2143),
]


@pytest.fixture
def american(tmp_path: Path):
    with Workspace.create(tmp_path / "us.asaichi", NewCompany(name="US", country="US", currency="USD", first_rep="Ann")) as opened:
        yield opened


@pytest.mark.parametrize(("name", "encoding", "header", "rows"), CUSTOMER_LISTS)
def test_a_customer_list_comes_in_whole_and_only_once(
    workspace: Workspace, shared: Path, name: str, encoding: str, header: int, rows: int
) -> None:
    first = plan_import(workspace, shared / name)
    assert (first.kind, first.encoding, first.table.header.line) == ("customers", encoding, header)
    assert (first.counts.read, first.counts.added, first.problems_total) == (rows, rows, 0)
    apply_import(workspace, first)
    before = workspace.content_hash()
    second = import_list(workspace, shared / name)
    assert (second.counts.added, second.counts.updated, second.counts.unchanged) == (0, 0, rows)
    assert second.step is None and second.backup == ""
    assert workspace.content_hash() == before


def test_superstore_has_the_revenue_orders_and_customers_it_should(american: Workspace, shared: Path) -> None:
    facts = json.loads((shared / "expected.json").read_text(encoding="utf-8"))["datasets"]["superstore_iso"]
    preview = plan_import(american, shared / "1_customers/superstore_iso/superstore.csv")
    counts = preview.counts
    assert preview.kind == "orders"
    assert counts.revenue == round(facts["sales_total"] * 10_000)
    assert (counts.read, counts.added, counts.orders, counts.customers) == (
        facts["rows"],
        facts["rows"],
        facts["orders"],
        facts["customers"],
    )
    assert [counts.first_day, counts.last_day] == facts["order_date_range"]
    apply_import(american, preview)
    with american.read() as session:
        sums = session.connection().exec_driver_sql("SELECT sum(amount), sum(profit), sum(quantity) FROM order_line").one()
        places = session.connection().exec_driver_sql("SELECT DISTINCT place_source FROM customer WHERE lat IS NOT NULL").scalars().all()
    assert tuple(sums) == (round(facts["sales_total"] * 1e4), round(facts["profit_total"] * 1e4), facts["quantity_total"] * 10_000)
    assert places == ["orders"]
    again = import_list(american, shared / "1_customers/superstore_iso/superstore.csv")
    assert (again.counts.added, again.counts.unchanged, again.step) == (0, facts["rows"], None)


def test_invoices_find_their_customers_by_number(american: Workspace, shared: Path) -> None:
    import_list(american, shared / "1_customers/chinook/Customer.csv")
    result = import_list(american, shared / "1_customers/chinook/Invoice.csv")
    assert (result.counts.added, result.counts.customers, result.counts.new_customers) == (412, 59, 0)
    assert result.counts.revenue == 23_286_000


def test_invoices_first_then_names_for_their_numbers(american: Workspace, shared: Path) -> None:
    import_list(american, shared / "1_customers/chinook/Invoice.csv")
    result = import_list(american, shared / "1_customers/chinook/Customer.csv")
    assert (result.counts.added, result.counts.updated) == (0, 59)
    with american.read() as session:
        assert session.connection().exec_driver_sql("SELECT name FROM customer WHERE number = '2'").scalar() == "Leonie Köhler"


def test_sabae_companies_are_placed(workspace: Workspace, shared: Path) -> None:
    preview = plan_import(workspace, shared / "1_customers/jp_companies_gbizinfo_sabae/company.csv")
    assert preview.placed.none == 0
    assert preview.placed.near > 2_100
    assert preview.doubles, "names that stand twice are listed"


def test_longitude_before_latitude_is_noticed(workspace: Workspace, shared: Path) -> None:
    import_list(workspace, shared / "4_geocode/geolonia/addresses_first1000.csv")
    with workspace.read() as session:
        low, high = session.connection().exec_driver_sql("SELECT min(lat), max(lat) FROM customer").one()
    assert low > 34 and high < 37
