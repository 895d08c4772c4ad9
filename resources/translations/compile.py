"""Make asaichi.mo of each language from its .po files. `--check` writes nothing and tells what is missing, unused or stale; exit 1."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SOURCES = ("main.py", "models", "workbench", "views")


def _calls(path: Path) -> Iterator[tuple[str, str | None]]:
    """Each string given to tr, ntr or marked in one file, with its plural."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "ntr", "marked"):
            texts = [
                a.value for a in node.args[: 2 if node.func.id == "ntr" else 1] if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            if texts and texts[0]:
                yield texts[0], texts[1] if len(texts) > 1 else None


def used_strings() -> dict[str, str | None]:
    """All strings of the program: message to its plural, or None."""
    found: dict[str, str | None] = {}
    for source in SOURCES:
        place = ROOT / source
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            for message, plural in _calls(path):
                found[message] = plural or found.get(message)
    return found


def _key(entry: polib.POEntry) -> str:
    """What the program calls it by: the message, its context before it where it has one."""
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid


def merged(language: Path) -> tuple[polib.POFile, list[str]]:
    """One catalogue from all .po files of a language, and what is wrong with them."""
    whole, wrong, seen = polib.POFile(), [], {}
    whole.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=1; plural=0;"}
    for file in sorted(language.glob("*.po")):
        for entry in polib.pofile(str(file), encoding="utf-8"):
            if _key(entry) in seen:
                wrong.append(f"{file.name}: {_key(entry)!r} stands in {seen[_key(entry)]} already")
                continue
            seen[_key(entry)] = file.name
            whole.append(entry)
    return whole, wrong


def main() -> int:
    check, status = "--check" in sys.argv, 0
    used = used_strings()
    for language in sorted(p for p in HERE.iterdir() if p.is_dir() and any(p.glob("*.po"))):
        whole, wrong = merged(language)
        entries = {_key(e): e for e in whole}
        for message, plural in used.items():
            entry = entries.get(message)
            if entry is None or not (entry.msgstr_plural.get(0) if plural else entry.msgstr):
                wrong.append(f"missing: {message!r}")
        wrong += [f"unused: {m!r}" for m in entries if m not in used]
        if check:
            target = language / "asaichi.mo"
            if not target.exists() or target.read_bytes() != whole.to_binary():
                wrong.append(f"{target.name} is stale: run this script")
        else:
            (language / "asaichi.mo").write_bytes(whole.to_binary())
        print(f"{language.name}: {len(entries)} strings, {len(wrong)} to mend")
        for line in wrong:
            print("  " + line)
        status |= bool(wrong)
    return status if check else 0


if __name__ == "__main__":
    sys.exit(main())
