"""The command line: one JSON object or one sentence, exit codes, the thread from a list to a sheet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.commands import line
from workbench.money import decimal_text


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]):
    """Run a verb; returns exit code, the JSON answer (None without one) and stderr."""

    def call(*words: object) -> tuple[int, dict | None, str]:
        code = line.run([str(w) for w in words] + ["--today", "2026-11-24"])
        out, err = capfd.readouterr()
        return code, json.loads(out) if out.startswith("{") else None, err

    return call


LIST = "Customer no.,Company,Address,Latitude,Longitude\n1,Sato Dental,Osaka,34.70,135.50\n2,Mori Optics,Osaka,34.71,135.52\n3,Abe,,,\n"
ORDERS = "Order ID,Order Date,Customer no.,Company,Amount\n1,2026-05-01,1,Sato Dental,900\n2,2026-06-01,2,Mori Optics,90.5\n3,2026-07-01,3,Abe,9.5\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    return tmp_path / "list.csv", tmp_path / "orders.csv"


def test_the_thread_from_a_list_to_the_sheet(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    code, made, _ = run("new", file, "--json")
    assert (code, made["customers"], made["reps"], made["plans"]) == (0, 0, 0, 1)
    code, came, _ = run("import", file, lists[0], "--json")
    assert (code, came["kind"], came["read"], came["added"], came["skipped"]) == (0, "customers", 3, 3, 0)
    code, came, _ = run("import", file, lists[1], "--json")
    assert (came["kind"], came["added"], came["revenue"], came["orders"], came["new_customers"]) == ("orders", 3, "1000", 3, 0)
    code, tiers, _ = run("tier", file, "--json")
    assert {t: v["customers"] for t, v in tiers["tiers"].items()} == {"A": 1, "B": 1, "C": 1} and tiers["revenue"] == "1000"
    code, plan, _ = run("plan", file, "--from", "2026-12-01", "--weeks", "4", "--method", "hand", "--json")
    assert code == 0 and plan["required"] == plan["planned"] + len(plan["left_out"]) and plan["violations"] == 0
    for document, fmt in (
        ("morning", "pdf"),
        ("strategy", "pdf"),
        ("action-plan", "pdf"),
        ("actions", "pdf"),
        ("actions", "xlsx"),
        ("actions", "ics"),
        ("customers", "csv"),
        ("customers", "xlsx"),
        ("everything", "json"),
    ):
        code, out, err = run("export", file, "--document", document, "--format", fmt, "--out", tmp_path / f"{document}.{fmt}", "--json")
        assert code == 0, err
        assert Path(out["path"]).stat().st_size > 0


def test_everything_goes_out_and_comes_in_again(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    run("import", file, lists[0])
    run("export", file, "--document", "everything", "--out", tmp_path / "all.json")
    assert run("new", tmp_path / "b.asaichi", "--from", tmp_path / "all.json", "--json")[0] == 0
    assert run("check", file, "--json")[1]["content_hash"] == run("check", tmp_path / "b.asaichi", "--json")[1]["content_hash"]


def test_health_tells_rule_severity_message_and_pane(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    run("import", file, lists[0])
    run("import", file, lists[1])
    run("tier", file)
    before = file.read_bytes()
    code, answer, _ = run("health", file, "--json")
    assert code == 0 and list(answer) == ["breaks"] and file.read_bytes() == before
    found = {b["rule"]: b for b in answer["breaks"]}
    assert (found["goal"]["severity"], found["goal"]["pane"], found["goal"]["message"]) == ("grave", "goals", "The goal is still a draft")
    assert found["rep"]["severity"] == "slight" and found["rep"]["pane"] == "customers"


def test_history_steps_back_and_forward(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    before = run("check", file, "--json")[1]["content_hash"]
    run("import", file, lists[0])
    after = run("history", file, "--json")[1]
    assert [s["label"] for s in after["steps"]] == ["Import list.csv"]
    back = run("history", file, "--undo", 5, "--json")[1]
    assert back["undone"] == 1 and back["content_hash"] == before
    assert run("history", file, "--redo", 1, "--json")[1]["content_hash"] == after["content_hash"]


def test_backup_and_restore(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    before = run("check", file, "--json")[1]["content_hash"]
    assert run("backup", file, "--out", tmp_path / "b.asaichi", "--json")[1]["path"] == str(tmp_path / "b.asaichi")
    run("import", file, lists[0])
    code, restored, _ = run("restore", file, tmp_path / "b.asaichi", "--json")
    assert code == 0 and Path(restored["kept"]).exists() and run("check", file, "--json")[1]["content_hash"] == before


def test_a_dry_run_changes_nothing(run, tmp_path: Path, lists: tuple[Path, Path]) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    before = file.read_bytes()
    assert run("import", file, lists[0], "--dry-run", "--json")[1]["added"] == 3
    assert run("plan", file, "--method", "hand", "--dry-run", "--json")[0] == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "words,code",
    [
        (("tier", "missing.asaichi"), 1),
        (("tier",), 2),
        (("fly", "x"), 2),
        (("tier", "{file}", "--a", "x"), 2),
        (("tier", "{file}", "--a", "99", "--b", "5"), 2),
        (("plan", "{file}", "--weeks", "99"), 2),
        (("plan", "{file}", "--from", "tomorrow"), 2),
        (("import", "{file}", "nowhere.csv"), 2),
        (("import", "{file}", "{file}"), 2),
        (("export", "{file}", "--document", "poem", "--out", "x"), 2),
        (("export", "{file}", "--document", "morning", "--format", "xlsx", "--out", "x.xlsx"), 2),
        (("export", "{file}", "--document", "morning", "--out", "/nowhere/at/all/x.pdf"), 2),
        (("export", "{file}", "--document", "action-plan", "--weeks", "14", "--out", "x.pdf"), 2),
        (("restore", "{file}", "missing.asaichi"), 1),
        (("new", "{file}"), 2),
        (("history", "{file}", "--undo", "-3"), 2),
    ],
)
def test_what_cannot_be_ends_with_one_sentence_and_the_right_code(run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    before = file.read_bytes()
    got, answer, err = run(
        *(w.format(file=file) if w == "{file}" else w if "/" in w or "." not in w else tmp_path / w for w in words), "--json"
    )
    assert (got, answer) == (code, None), err
    assert len(err.strip().splitlines()) == 1 and len(err) < 400 and "Traceback" not in err
    assert file.read_bytes() == before


MAIN = Path(__file__).parents[3] / "main.py"


@pytest.mark.parametrize("answer", ["full", "closed"])
def test_an_answer_that_cannot_be_written_is_told_and_the_work_is_done(run, tmp_path: Path, lists: tuple[Path, Path], answer: str) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    words = [sys.executable, str(MAIN), "import", str(file), str(lists[0]), "--json"]
    with open("/dev/full", "wb") as full:
        if answer == "full":
            ended = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
        else:
            ended = subprocess.run(words, stderr=subprocess.PIPE, check=False, preexec_fn=lambda: os.close(1))
    said = ended.stderr.decode()
    assert ended.returncode == 1 and len(said.splitlines()) == 1 and "the answer could not be written" in said, said
    assert run("history", file, "--json")[1]["steps"][0]["label"] == "Import list.csv"


def test_a_refusal_keeps_its_code_when_nobody_can_hear_it(tmp_path: Path) -> None:
    words = [sys.executable, str(MAIN), "fly"]
    assert subprocess.run(words, stdout=subprocess.PIPE, check=False, preexec_fn=lambda: os.close(2)).returncode == 2


def test_a_stale_file_is_tiered_as_asked_with_a_note(run, tmp_path: Path) -> None:
    file = tmp_path / "a.asaichi"
    run("new", file)
    (tmp_path / "old.csv").write_text(ORDERS.replace("2026", "2017"), encoding="utf-8")
    run("import", file, tmp_path / "old.csv")
    assert "2017-07-01" in run("tier", file, "--json")[1]["note"]
    assert "note" not in run("tier", file, "--as-of", "2017-12-31", "--json")[1]


@pytest.mark.parametrize("value,text", [(22972008603, "2297200.8603"), (120_000, "12"), (-5_000, "-0.5"), (0, "0"), (1, "0.0001")])
def test_money_is_exact_text(value: int, text: str) -> None:
    assert decimal_text(value) == text


@pytest.mark.parametrize("far", ["0001-01-01", "9999-12-31"])
def test_a_day_beyond_the_calendar_is_refused_in_one_sentence(far: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.asaichi"
    assert line.run(["new", str(file)]) == 0
    capfd.readouterr()
    assert line.run(["health", str(file), "--today", far]) == 2
    assert f"{far!r} is not a day of 1900 to 2199" in capfd.readouterr().err


def test_a_name_that_is_no_text_is_refused_in_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert line.run(["new", str(tmp_path / "a.asaichi"), "--name", "B\udcff"]) == 2
    assert "half a letter" in capfd.readouterr().err
    assert not list(tmp_path.glob("*.asaichi"))
