"""In a company with one rep, customers of a list that names nobody are his."""

from tests.workbench.importing.test_applying import ROWS, customers, edit
from workbench.company.commands import add_rep
from workbench.importing.run import import_list, plan_import
from workbench.workspace import Workspace


def test_new_customers_go_to_the_only_rep_and_it_is_said(workspace: Workspace, listed) -> None:
    path = listed(ROWS)
    assert plan_import(workspace, path).given == "Customers without a rep go to Sachiko Morita."
    result = import_list(workspace, path)
    assert customers(workspace, "rep_id") == [(1,), (1,)]
    assert result.sentence == "2 rows added, 0 changed. Customers without a rep go to Sachiko Morita."


def test_a_name_in_the_list_that_is_nobody_stays_without_a_rep(workspace: Workspace, listed) -> None:
    result = import_list(
        workspace,
        listed("Customer name,Sales rep\nKita Works,Tanaka\nMori Clinic,\n"),
        mapping={"name": "Customer name", "rep": "Sales rep"},
    )
    assert customers(workspace, "rep_id") == [(None,), (1,)]
    assert "Not known as reps: Tanaka." in result.preview.notes


def test_with_two_reps_nobody_is_guessed(workspace: Workspace, listed) -> None:
    with workspace.edit("rep") as session:
        add_rep(session, "Ueda")
    result = import_list(workspace, listed(ROWS))
    assert customers(workspace, "rep_id") == [(None,), (None,)]
    assert result.preview.given == "" and result.sentence == "2 rows added, 0 changed."


def test_who_is_there_without_a_rep_stays_so(workspace: Workspace, listed) -> None:
    path = listed(ROWS)
    import_list(workspace, path)
    edit(workspace, "UPDATE customer SET rep_id = NULL, phone = ''")
    result = import_list(workspace, path)
    assert customers(workspace, "rep_id") == [(None,), (None,)] and result.preview.given == ""


def test_new_customers_of_an_order_list_go_to_him_too(workspace: Workspace, listed) -> None:
    result = import_list(workspace, listed("Order number,Order date,Customer name,Amount\nJ1,2026-05-01,Kita,900\nJ2,2026-06-01,Mori,90\n"))
    assert customers(workspace, "rep_id") == [(1,), (1,)]
    assert result.sentence.endswith("Customers without a rep go to Sachiko Morita.")
