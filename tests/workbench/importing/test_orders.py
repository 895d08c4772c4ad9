"""Order lists: exact money, dates decided over the column, customers by number or exact name."""

import pytest

from workbench.customers.placing import place_from_text
from workbench.customers.search import find
from workbench.errors import BadInput
from workbench.importing.run import import_list, plan_import

HEAD = "受注番号,受注日,得意先CD,得意先名,商品名,金額\n"


def amounts(workspace) -> list[int]:
    with workspace.read() as session:
        return list(session.connection().exec_driver_sql("SELECT amount FROM order_line ORDER BY id").scalars())


def test_japanese_money_and_eras(workspace, listed) -> None:
    text = (
        HEAD
        + 'J1,R7.11.3,01,㈱北川,軸,"\\1,280"\nJ2,令和7年11月4日,01,㈱北川,歯車,▲12000\nJ3,2025年11月5日(水),02,森田,板,１２３円\nJ4,2025/11/06,02,森田,板,(500)\n'
    )
    result = import_list(workspace, listed(text, encoding="cp932"))
    assert result.preview.encoding == "cp932"
    assert amounts(workspace) == [12_800_000, -120_000_000, 1_230_000, -5_000_000]
    assert (result.counts.first_day, result.counts.last_day, result.counts.customers) == ("2025-11-03", "2025-11-06", 2)
    assert {notice.code for notice in result.preview.notices} >= {"below_zero"}


def test_bad_rows_are_left_out_with_their_reason(workspace, listed) -> None:
    text = (
        HEAD
        + "J1,2025-11-03,01,A,x,未定\nJ2,31/11/2025,01,A,x,5\nJ3,2025-11-05,,,x,5\nJ4,2025-11-05,01,A,x,$5\nJ5,2025-11-05,01,A,x,5\n合計,,,,,20\n"
    )
    preview = plan_import(workspace, listed(text))
    assert [(p.line, p.code) for p in preview.problems] == [
        (2, "not_a_number"), (3, "no_such_day"), (4, "no_customer"), (5, "other_currency"), (7, "not_a_row")
    ]  # fmt: skip
    assert (preview.counts.read, preview.counts.added, preview.counts.skipped, preview.counts.revenue) == (6, 1, 5, 50_000)


@pytest.mark.parametrize(("cells", "order", "first"), [
    (("03/11/2025", "28/11/2025"), "dmy", "2025-11-03"), (("11/03/2025", "11/28/2025"), "mdy", "2025-11-03"), (("03.11.25", "28.11.25"), "dmy", "2025-11-03"),
])  # fmt: skip
def test_the_order_of_day_and_month_is_decided_over_the_column(workspace, listed, cells, order, first) -> None:
    text = "Order date,Customer name,Amount\n" + "".join(f"{cell},Aoi,1\n" for cell in cells)
    preview = plan_import(workspace, listed(text))
    assert preview.days[0].order == order
    assert preview.counts.first_day == first
    assert preview.days[0].evidence


def test_an_open_order_of_dates_is_said_and_can_be_changed(workspace, listed) -> None:
    path = listed("Order date,Customer name,Amount\n03/11/2025,Aoi,1\n04/11/2025,Aoi,1\n")
    assert plan_import(workspace, path).days[0].changeable
    assert plan_import(workspace, path, date_order="mdy").counts.first_day == "2025-03-11"


def test_a_changed_line_with_its_own_id_is_updated_and_rows_alike_without_ids_are_counted(workspace, listed) -> None:
    text = "Row ID,Order date,Customer name,Amount\n1,2025-11-03,Aoi,5\n2,2025-11-03,Aoi,5\n"
    import_list(workspace, listed(text))
    changed = import_list(workspace, listed(text.replace("2,2025-11-03,Aoi,5", "2,2025-11-03,Aoi,7")))
    assert (changed.counts.added, changed.counts.updated, changed.counts.unchanged) == (0, 1, 1)
    bare = listed("Order date,Customer name,Amount\n2025-12-01,Beni,5\n2025-12-01,Beni,5\n", "bare.csv")
    assert import_list(workspace, bare).counts.added == 2
    assert import_list(workspace, bare).counts.unchanged == 2
    assert len(amounts(workspace)) == 4


def test_a_list_in_which_orders_have_several_lines_does_not_double_the_one_before(workspace, listed) -> None:
    head = "Order number,Order date,Customer name,Product,Amount\n"
    january = "A1,2025-01-10,Aoi,x,5\nA2,2025-01-11,Beni,y,6\n"
    import_list(workspace, listed(head + january))
    both = import_list(workspace, listed(head + january + "A3,2025-02-01,Aoi,x,1\nA3,2025-02-01,Aoi,y,2\n", "both.csv"))
    assert (both.counts.added, both.counts.unchanged) == (2, 2)


def test_orders_go_to_the_customer_of_the_exact_folded_name(workspace, listed) -> None:
    import_list(workspace, listed("Customer name,Address\n株式会社北川精密,大阪市北区梅田1\n", "customers.csv"))
    result = import_list(workspace, listed("受注日,得意先名,金額\n2025-11-03,㈱北川精密,5\n2025-11-03,北川工業,5\n"))
    assert (result.counts.customers, result.counts.new_customers) == (2, 1)


def test_european_amounts(workspace, listed) -> None:
    preview = plan_import(
        workspace, listed("Rechnungsdatum;Kunde;Betrag\n03.11.2025;Müller;1.234,50\n28.11.2025;Jäger;7,5\n", encoding="cp1252")
    )
    assert (preview.table.dialect.separator, preview.encoding) == (";", "cp1252")
    assert preview.counts.revenue == 12_345_000 + 75_000


def test_a_list_that_names_no_customer_is_refused_in_words(workspace, listed) -> None:
    with pytest.raises(BadInput, match="whose order"):
        plan_import(workspace, listed("Order date,Amount\n2025-11-03,5\n"), kind="orders")


SHIPPED = "受注日,得意先名,市区町村,金額\n2025-11-03,北川精密,大阪市北区,5\n2025-11-09,北川精密,神戸市中央区,5\n2025-11-03,森田工業,京都市中京区,5\n"


def places(workspace) -> dict[str, tuple]:
    with workspace.read() as session:
        rows = session.connection().exec_driver_sql("SELECT name, round(lat, 1), place_source, city FROM customer ORDER BY id")
        return {row[0]: tuple(row[1:]) for row in rows}


def test_orders_place_a_customer_that_has_no_place_and_no_other(workspace, listed) -> None:
    import_list(workspace, listed("Customer name,lat,lng\n北川精密,,\n森田工業,43.06,141.35\n", "customers.csv"))
    assert places(workspace)["北川精密"] == (None, "", "")
    result = import_list(workspace, listed(SHIPPED))
    assert places(workspace) == {"北川精密": (34.7, "orders", "神戸市中央区"), "森田工業": (43.1, "list", "")}
    assert result.counts.placed == 1 and any("latest order went" in note for note in result.preview.notes)
    with workspace.read() as session:
        assert find(session, "神戸市中央区")[0] == 1
    assert import_list(workspace, listed(SHIPPED)).step is None
    workspace.undo()
    assert places(workspace)["北川精密"] == (None, "", "")


def test_an_address_of_its_own_stays_when_orders_place_a_customer(workspace, listed) -> None:
    import_list(workspace, listed("Customer name,Address\n北川精密,nowhere at all 99\n森田工業,nowhere 7\n", "customers.csv"))
    import_list(workspace, listed(SHIPPED))
    assert places(workspace)["北川精密"] == (34.7, "orders", "")


def test_orders_that_are_there_already_still_place_a_customer(workspace, listed) -> None:
    import_list(workspace, listed(SHIPPED))
    with workspace.edit("lose it") as session:
        session.connection().exec_driver_sql("UPDATE customer SET lat = NULL, lng = NULL, place_source = '', place_precision = ''")
    again = import_list(workspace, listed(SHIPPED))
    assert (again.counts.added, again.counts.unchanged, again.counts.placed) == (0, 3, 2) and again.step is not None
    assert all(place[1] == "orders" for place in places(workspace).values())


def test_a_place_taken_away_by_hand_stays_away(workspace, listed) -> None:
    import_list(workspace, listed(SHIPPED))
    with workspace.edit("take away") as session:
        for id_ in (1, 2):
            place_from_text(session, id_, "34.7, 135.5")
            place_from_text(session, id_, "")
    assert import_list(workspace, listed(SHIPPED)).counts.placed == 0
