"""The action plan in each of its formats: paper, workbook, calendars."""

from workbench.documents.action_plan.plan import action_plan
from workbench.documents.exports import Asked, Rendered
from workbench.workspace import Workspace
from workbench.workspace.workspace import company_of


def rendered(workspace: Workspace, fmt: str, asked: Asked) -> Rendered:
    """Read in one short session, then write without it. `fmt` is pdf, xlsx or ics."""
    with workspace.read() as session:
        paper = asked.paper or company_of(session).paper
        if fmt == "ics":
            from workbench.documents.action_plan.calendars import visit_calendars

            calendars = visit_calendars(session, asked.day, asked.weeks, asked.reps, asked.language)
        else:
            plan = action_plan(session, asked.day, asked.weeks, asked.reps, asked.language)
    if fmt == "ics":
        parts = {one.name: one.content for one in calendars.reps}
        return Rendered(calendars.whole, None, sum(one.events for one in calendars.reps), parts=parts)
    if fmt == "pdf":
        from workbench.documents.action_plan.paper import action_plan_pdf

        return Rendered(*action_plan_pdf(plan, paper, asked.grey), None)
    from workbench.documents.action_plan.lists import action_plan_tables
    from workbench.output.xlsx import xlsx_bytes

    tables = action_plan_tables(plan)
    return Rendered(xlsx_bytes(*tables, paper=paper), None, sum(len(table.rows) for table in tables))
