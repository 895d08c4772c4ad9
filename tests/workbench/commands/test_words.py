"""What the verbs say to people, and what `new` makes of its options."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.commands import line
from workbench.workspace import Workspace

MAIN = Path(__file__).parents[3] / "main.py"


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]):
    """Run a verb; returns exit code, stdout and stderr."""

    def call(*words: object) -> tuple[int, str, str]:
        code = line.run([str(w) for w in words] + ["--today", "2026-11-24"])
        return code, *capfd.readouterr()

    return call


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(
        "Customer no.,Company,Latitude,Longitude\n" + "".join(f"{n},Name {n},34.7,135.5\n" for n in range(30)), encoding="utf-8"
    )
    return path


def test_new_makes_the_company_that_is_described(say, tmp_path: Path) -> None:
    file = tmp_path / "a.asaichi"
    code, _, err = say("new", file, "--name", "Novák & syn", "--country", "cz", "--rep", "Jana Nováková", "--office", "50.08, 14.43")
    assert code == 0, err
    with Workspace.open(file) as workspace, workspace.read() as session:
        row = session.connection().exec_driver_sql("SELECT name, country, currency, office_address, office_lat FROM company").one()
        reps = session.connection().exec_driver_sql("SELECT name FROM rep").scalars().all()
    assert tuple(row) == ("Novák & syn", "CZ", "CZK", "50.08, 14.43", 50.08) and reps == ["Jana Nováková"]


@pytest.mark.parametrize("words", [("--country", "Czechia"), ("--currency", "crowns"), ("--name", "x" * 201), ("--sample", "--rep", "Bob")])
def test_new_refuses_what_cannot_be(say, tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err = say("new", tmp_path / "a.asaichi", *words)
    assert (code, out, len(err.splitlines())) == (2, "", 1) and not (tmp_path / "a.asaichi").exists()


def test_new_says_that_the_folder_does_not_exist(say, tmp_path: Path) -> None:
    code, _, err = say("new", tmp_path / "nodir" / "a.asaichi")
    assert code == 2 and err.startswith("The folder does not exist.")


def test_a_company_without_a_rep_is_told_so_in_one_sentence(say, tmp_path: Path, listed: Path) -> None:
    file = tmp_path / "a.asaichi"
    say("new", file)
    say("import", file, listed)
    code, out, _ = say("plan", file, "--method", "hand")
    assert code == 0 and len(out.splitlines()) == 1 and out.startswith("This company has no rep")
    answer = json.loads(say("plan", file, "--method", "hand", "--json")[1])
    assert answer["note"] == out.strip() and len(answer["left_out"]) == answer["required"]


def test_customers_left_out_stand_once_under_their_reason(say, tmp_path: Path, listed: Path) -> None:
    file = tmp_path / "a.asaichi"
    listed.write_text(re.sub(r"34\.7,135\.5", ",", listed.read_text(encoding="utf-8")), encoding="utf-8")
    say("new", file, "--rep", "Bob")
    say("import", file, listed)
    with Workspace.open(file, write=True) as workspace, workspace.edit("Whose") as session:
        session.connection().exec_driver_sql("UPDATE customer SET rep_id = 1")
    _, out, _ = say("plan", file, "--method", "hand", "--weeks", "8")
    lines = out.splitlines()
    assert len(lines) < 14 and lines[1].startswith("No place on the map: ") and "of 18 customers" in lines[1]
    assert lines[-1] == "  10 more customers; --json names all."


def test_history_tells_how_many_steps_were_undone_in_local_time(say, tmp_path: Path, listed: Path, monkeypatch) -> None:
    file = tmp_path / "a.asaichi"
    say("new", file)
    say("import", file, listed)
    _, out, _ = say("history", file, "--undo", "99")
    first, second = out.splitlines()
    assert first == "1 step of 99 undone."
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d  Import list.csv \(undone\)", second)


@pytest.mark.parametrize(("words", "told"), [
    (("tier", "{file}", "--a", "abc"), "'abc' is not a number like 80"), (("plan", "{file}", "--weeks", "x"), "'x' is not a whole number"),
    (("history", "{file}", "--undo", "x"), "'x' is not a number of steps"),
])  # fmt: skip
def test_a_number_that_is_none_is_refused_in_our_words(say, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    code, _, err = say(*(w.format(file=tmp_path / "a.asaichi") for w in words))
    assert code == 2 and told in err and "invalid" not in err


def test_one_customer_is_one_customer(say, tmp_path: Path) -> None:
    file, orders = tmp_path / "a.asaichi", tmp_path / "o.csv"
    orders.write_text("Order ID,Order Date,Company,Amount\n1,2026-05-01,Aoi,1234567.5\n", encoding="utf-8")
    say("new", file)
    say("import", file, orders)
    assert "A: 1 customer, revenue 1,234,567.5" in say("tier", file)[1].splitlines()
    say("plan", file, "--method", "hand", "--weeks", "1")


def test_two_reps_of_one_name_are_both_named(say, tmp_path: Path) -> None:
    file = tmp_path / "a.asaichi"
    say("new", file, "--rep", "Bob")
    with Workspace.open(file, write=True) as workspace, workspace.edit("Another") as session:
        session.connection().exec_driver_sql(
            "INSERT INTO rep (name, short_name, position, active, start_address, field_hours) VALUES ('Bob', '', 1, 1, '', 0)"
        )
    code, _, err = say("export", file, "--document", "morning", "--rep", "Bob", "--out", tmp_path / "m.pdf")
    assert code == 2 and "Bob (number 1), Bob (number 2)" in err
    assert say("export", file, "--document", "morning", "--rep", "2", "--out", tmp_path / "m.pdf")[0] == 0


def test_an_asaichi_file_that_is_none_is_not_told_to_end_in_asaichi(say, tmp_path: Path) -> None:
    (tmp_path / "other.asaichi").write_text("hello", encoding="utf-8")
    code, _, err = say("check", tmp_path / "other.asaichi")
    assert code == 2 and "ends in" not in err


def test_an_unknown_verb_is_answered_with_all_verbs() -> None:
    ended = subprocess.run([sys.executable, str(MAIN), "fly"], capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and "screenshot" in ended.stderr
