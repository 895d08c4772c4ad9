"""What is asked once in a reading session, and anew wherever it may have changed."""

from datetime import date

from sqlalchemy.orm import Session

from workbench import clock
from workbench.workspace import Workspace
from workbench.workspace.reading import once_a_read
from workbench.workspace.workspace import company_of


def test_a_reading_session_asks_once_and_the_next_one_anew(workspace: Workspace) -> None:
    asked = []

    @once_a_read
    def name(session: Session) -> str:
        asked.append(1)
        return company_of(session).name

    with workspace.read() as session:
        assert name(session) == name(session) and len(asked) == 1
        with clock.fixed_today(date(2031, 5, 1)):
            name(session)
        assert len(asked) == 2
    with workspace.edit("Rename") as session:
        company_of(session).name = "Other"
        assert name(session) == "Other"
        session.connection().exec_driver_sql("UPDATE company SET name = 'Third'")
        session.expire_all()
        assert name(session) == "Third"
    with workspace.read() as session:
        assert name(session) == "Third"
