"""What an import remembers: the columns of a set of headings, so that the next such list needs no questions."""

import json

from sqlalchemy.orm import Session

from models import ImportMemory
from workbench.importing.reading import fold_heading
from workbench.importing.understand import Understood, headings_key


def remember(session: Session, understood: Understood) -> None:
    """Keep how the columns of this list were understood. Called inside an edit."""
    columns = {fold_heading(guess.column): guess.field for guess in understood.guesses if guess.field}
    orders = {style.order for style in understood.days.values() if style.evidence and style.order != "ymd" and style.confidence == 100}
    mapping = json.dumps({"columns": columns, "days": orders.pop() if len(orders) == 1 else ""}, ensure_ascii=False, sort_keys=True)
    key = headings_key(understood.table)
    row = session.query(ImportMemory).filter(ImportMemory.headings == key).one_or_none()
    if row is None:
        session.add(ImportMemory(headings=key, kind=understood.kind.name, mapping=mapping))
    elif (row.kind, row.mapping) != (understood.kind.name, mapping):
        row.kind, row.mapping = understood.kind.name, mapping
    session.flush()
