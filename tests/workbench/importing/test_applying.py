"""What an import changes in a workspace, and what it leaves alone."""

from workbench.importing.run import import_list, plan_import, take_back
from workbench.workspace import Workspace

HEAD = "Customer number,Customer name,City,Address,Phone,Email\n"
ROWS = HEAD + "K1,Kita Works,Osaka,1-2 Honmachi,06-1111-1111,a@example.jp\nK2,Mori Clinic,Kobe,3-4 Minato,078-222-2222,b@example.jp\n"


def customers(workspace: Workspace, columns: str = "name") -> list[tuple]:
    with workspace.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(f"SELECT {columns} FROM customer ORDER BY id")]


def edit(workspace: Workspace, sql: str) -> None:
    with workspace.edit("By hand") as session:
        session.connection().exec_driver_sql(sql)


def test_an_import_is_one_step_and_undo_takes_all_of_it(workspace, listed) -> None:
    before = workspace.content_hash()
    result = import_list(workspace, listed(ROWS))
    assert result.step is not None and result.backup
    assert workspace.undo() == "Import list.csv"
    assert workspace.content_hash() == before
    workspace.redo()
    assert customers(workspace) == [("Kita Works",), ("Mori Clinic",)]


def test_a_changed_cell_is_one_update_and_an_empty_one_wipes_nothing(workspace, listed) -> None:
    import_list(workspace, listed(ROWS))
    result = import_list(workspace, listed(ROWS.replace("06-1111-1111", "06-9999-9999").replace("b@example.jp", "")))
    assert (result.counts.added, result.counts.updated, result.counts.unchanged) == (0, 1, 1)
    assert customers(workspace, "phone, email") == [("06-9999-9999", "a@example.jp"), ("078-222-2222", "b@example.jp")]


def test_a_field_edited_by_hand_wins_and_is_listed(workspace, listed) -> None:
    path = listed(ROWS)
    import_list(workspace, path)
    edit(workspace, "UPDATE customer SET phone = '0120', hand_edited = 'phone' WHERE number = 'K1'")
    result = import_list(workspace, path)
    assert result.counts.updated == 0 and result.step is None
    assert [(kept.line, kept.field, kept.there, kept.listed) for kept in result.preview.kept] == [(2, "phone", "0120", "06-1111-1111")]


def test_a_name_edited_by_hand_is_found_again_by_its_place(workspace, listed) -> None:
    path = listed("Customer name,Address\nKita Works,1-2 Honmachi\nMori Clinic,3-4 Minato\n")
    import_list(workspace, path)
    edit(workspace, "UPDATE customer SET name = 'Kita', folded = 'kita', hand_edited = 'name' WHERE id = 1")
    assert import_list(workspace, path).counts.added == 0
    assert customers(workspace) == [("Kita",), ("Mori Clinic",)]


def test_rows_alike_with_ids_are_two_and_without_ids_are_listed_not_merged(workspace, listed) -> None:
    with_ids = plan_import(workspace, listed(HEAD + "K1,Aoi,Osaka,1-1 A,,\nK2,Aoi,Osaka,1-1 A,,\n"))
    assert with_ids.counts.added == 2
    path = listed("Customer name,Address\nAoi,1-1 A\nAoi,1-1 A\nBeni,2-2 B\n", "bare.csv")
    bare = plan_import(workspace, path)
    assert bare.counts.added == 3
    assert [(double.name, double.lines) for double in bare.doubles] == [("Aoi", (2, 3))]
    import_list(workspace, path)
    assert import_list(workspace, path).counts.added == 0


def test_a_number_that_stands_twice_is_a_problem_by_line(workspace, listed) -> None:
    rows = "".join(f"K{n},Name {n},Osaka,,,\n" for n in range(1, 30))
    preview = plan_import(workspace, listed(HEAD + rows + "K1,Other,Kobe,,,\n"))
    assert [(problem.line, problem.code) for problem in preview.problems] == [(31, "number_twice")]
    assert (preview.counts.read, preview.counts.added, preview.counts.skipped) == (30, 29, 1)


def test_ragged_rows_are_left_out_and_never_shifted(workspace, listed) -> None:
    preview = plan_import(
        workspace, listed(HEAD + "K1,Kita,Osaka,1-2, Honmachi,06,a@b.jp\nK2,Mori,Kobe,3-4,078,c@d.jp\nK3,Sato,Nara,5-6\n")
    )
    assert [(problem.line, problem.code) for problem in preview.problems] == [(2, "columns_moved"), (4, "columns_moved")]
    assert preview.counts.added == 1


def test_an_import_is_taken_back_and_mapped_anew(workspace, listed) -> None:
    path = listed("Shop,Owner,Town\nAoi Bakery,Ms Aoi,Osaka\nBeni Foods,Mr Beni,Kobe\n")
    result = import_list(workspace, path, mapping={"name": "Owner"})
    edit(workspace, "UPDATE company SET name = 'Later'")
    take_back(workspace, result.step)
    assert customers(workspace) == []
    import_list(workspace, path, kind="customers", mapping={"name": "Shop"})
    assert customers(workspace) == [("Aoi Bakery",), ("Beni Foods",)]


def test_columns_are_remembered_for_the_next_list_with_these_headings(workspace, listed) -> None:
    import_list(workspace, listed("X1,X2\nAoi Bakery,Osaka\nBeni Foods,Kobe\n"), mapping={"name": "X1", "city": "X2"})
    preview = plan_import(workspace, listed("X1,X2\nChie Books,Nara\n", "next.csv"))
    assert preview.known_before
    assert preview.mapping == {"name": "X1", "city": "X2"}


def test_first_and_last_name_make_the_name_where_there_is_no_company(workspace, listed) -> None:
    import_list(workspace, listed("Company,First name,Last name\nAoi Ltd,Ann,Lee\n,Bob,Ray\n,太郎,山田\n"))
    assert customers(workspace, "name, contact") == [("Aoi Ltd", "Ann Lee"), ("Bob Ray", ""), ("山田 太郎", "")]


def test_many_rows_leave_the_same_journal_as_few(workspace, listed) -> None:
    before = workspace.content_hash()
    import_list(workspace, listed("Customer number,Customer name\n" + "".join(f"K{n},Name {n}\n" for n in range(21_000))))
    with workspace.read() as session:
        db = session.connection()
        entries = db.exec_driver_sql("SELECT count(*), count(DISTINCT row) FROM undo_entry WHERE tbl = 'customer' AND op = 'I'").one()
        indexes = db.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name IN ('ix_customer_folded', 'undo_customer_i')").scalar()
    assert tuple(entries) == (21_000, 21_000) and indexes == 2
    workspace.undo()
    assert workspace.content_hash() == before


def test_a_list_with_headings_only_adds_nothing(workspace, listed) -> None:
    result = import_list(workspace, listed("code,name,address,phone\n"))
    assert (result.counts.read, result.step) == (0, None)
