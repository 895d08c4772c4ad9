"""The action plan on paper: every rep begins on a new page; weeks, actions and what was left out below each other."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from workbench import formatting
from workbench.documents.action_plan.plan import ActionPlan, PlanWeek, RepPlan, period_words
from workbench.documents.action_plan.rows import Ticked, action_rows, call_rows, heads, left_out_rows, visit_rows
from workbench.output.pdf.bricks import Drawn, Lines
from workbench.output.pdf.flow import Flow
from workbench.output.pdf.parts import CAPTION, FOOT, MARGIN, foot
from workbench.output.pdf.sheet import Paper, Sheet
from workbench.output.pdf.text import Line, Style, fitted, one_line, paragraph
from workbench.strings import language, marked, ntr, tr, using_language

ABOVE = Style(16, 400, "muted", 22)
TITLE = Style(34, 600, "ink", 42, spacing=-0.01)
GOAL = Style(15.5, 600, "ink", 22)
FIGURE = Style(20.5, 600, "ink", 26)
SMALL = Style(13.5, 400, "muted", 19)
PUSH = Style(15.5, 400, "ink", 22)
WEEK = Style(17.5, 600, "ink", 24)
BESIDE = Style(15.5, 400, "muted", 24)
RUNNING = Style(13, 400, "muted", 18)
TOP, RULE = 106.0, 138.0
"""Where a page begins, and the rule below the title of a rep."""
BAND = 84.0
SHARES = (0.22, 0.26, 0.16, 0.36)
KEPT = 110.0
"""What stays together with a heading."""
ZOOMS = (1.0, 0.95, 0.9, 0.86)
LITTLE = 0.32
"""A last page filled to less than this may be saved by setting all a little smaller."""
MOST_SET_SMALLER = 3
"""A plan of more pages is left as it is."""
SPANS = (marked("one week"), marked("two weeks"), marked("three weeks"), marked("four weeks"))


def action_plan_pdf(plan: ActionPlan, paper: str = "A4", grey: bool = False) -> tuple[bytes, int]:
    """The PDF of the plan, and its pages. Without any rep one page says so."""
    with using_language(plan.language):
        pdf = Sheet(Paper(paper, grey=grey), tr("Action plan"), plan.company, plan.language)
        laid = [(rep, *_fitted(pdf, plan, rep)) for rep in plan.reps]
        pages = sum(len(flow.pages) for _, flow, _ in laid)
        for rep, flow, zoom in laid:
            pdf.zoom = zoom
            _draw(pdf, plan, rep, flow, pages)
        if not laid:
            pdf.new_page()
            pdf.text(MARGIN, 79, tr("No rep goes out."), TITLE)
        return pdf.bytes(), pdf.pages


def _fitted(pdf: Sheet, plan: ActionPlan, rep: RepPlan) -> tuple[Flow, float]:
    """Lay the plan of a rep, a little smaller where that saves a page; and how large it is then."""
    pdf.zoom = ZOOMS[0]
    flow = _lay(pdf, plan, rep)
    if 1 < len(flow.pages) <= MOST_SET_SMALLER and flow.y - TOP < (flow.bottom - TOP) * LITTLE * (len(flow.pages) - 1):
        for zoom in ZOOMS[1:]:
            pdf.zoom = zoom
            smaller = _lay(pdf, plan, rep)
            if len(smaller.pages) < len(flow.pages):
                return smaller, zoom
    return flow, ZOOMS[0]


def _lay(pdf: Sheet, plan: ActionPlan, rep: RepPlan) -> Flow:
    flow = Flow(MARGIN, pdf.width - 2 * MARGIN, TOP, pdf.height - FOOT - 22)
    height = RULE - TOP + 2 + (BAND if rep.rep_id is not None else 8.0)
    flow.put(Drawn(height, partial(_paint_head, plan, rep)))
    headed = -1
    for number, week in enumerate(rep.weeks):
        if number == 0 or week.visits or week.calls or week.pauses:
            headed = _week(flow, week, rep.rep_id is not None, headed)
    if rep.left_out:
        out = len(rep.left_out)
        _heading(flow, tr("Left out"), ntr("{n} visit due and not planned", "{n} visits due and not planned", out))
        _rows(flow, left_out_rows(rep.left_out, flow.across))
    if plan.actions and rep.rep_id is not None:
        late = sum(one.overdue > 0 for one in plan.actions)
        beside = ntr("all owners; {n} is late", "all owners; {n} are late", late) if late else tr("all owners")
        _heading(flow, tr("Actions"), beside)
        _rows(flow, action_rows(plan.actions, rep.rep_id, flow.across))
    return flow


def _week(flow: Flow, week: PlanWeek, visited: bool, headed: int) -> int:
    """Lay a week; the columns are named once a page, `headed` is the last page on which they are. Returns that page."""
    beside = []
    if week.visits:
        beside.append(ntr("{n} visit", "{n} visits", len(week.visits)))
    if week.driving_minutes:
        beside.append(tr("{time} driving", time=formatting.duration(week.driving_minutes)))
    if week.calls:
        beside.append(ntr("{n} call", "{n} calls", len(week.calls)))
    _heading(flow, tr("Week of {day}", day=_day(week)), tr(", ").join(beside) or (tr("no visits planned") if visited else ""))
    said = tr("; ").join(
        tr("{day}: {why}", day=f"{formatting.weekday_short(day.weekday())} {formatting.day_short(day)}", why=why)
        for day, why in week.pauses
    )
    if said:
        flow.put(Lines(paragraph(said, SMALL, flow.across), flow.across, tops=4.0))
    if week.visits:
        if headed != flow.page:
            flow.put(heads(flow.across))
            headed = flow.page
        _rows(flow, visit_rows(week.visits, flow.across))
    if week.calls:
        flow.need(KEPT * 0.6)
        flow.space(6)
        flow.put(Lines((one_line(tr("Calls from the desk").upper(), CAPTION, flow.across),), flow.across, tops=2.0))
        _rows(flow, call_rows(week.calls, flow.across))
    return headed


def _day(week: PlanWeek) -> str:
    if language() == "ja":
        return formatting.day_short(week.monday)
    return f"{week.monday.day} {formatting.month_name(week.monday.month)}"


def _heading(flow: Flow, title: str, beside: str) -> None:
    flow.need(KEPT)
    flow.space(16)
    flow.put(Drawn(34.0, partial(_paint_heading, title, beside, flow.across)))


def _paint_heading(title: str, beside: str, across: float, sheet: Sheet, x: float, top: float) -> None:
    right = sheet.text(x + across, top + 3, beside, BESIDE, "right", across * 0.6)
    sheet.text(x, top + 3, title, WEEK, room=across - right - 20)
    sheet.rule(x, top + 33, across, "ink", 1.3)


def _rows(flow: Flow, rows: Sequence[Ticked]) -> None:
    flow.put(*rows, gap=0.0)


def _draw(pdf: Sheet, plan: ActionPlan, rep: RepPlan, flow: Flow, pages: int) -> None:
    for number, bricks in enumerate(flow.pages):
        pdf.new_page()
        if number:
            _running_head(pdf, plan, rep)
        else:
            pdf.bookmark(f"rep{rep.rep_id or 0}", rep.name, 0, 0)
        named = number == 0
        for brick, x, top in bricks:
            if isinstance(brick, Ticked) and not named:
                brick, named = replace(brick, row=brick.named), True
            brick.draw(pdf, x, top)
        foot(pdf, tr("{company} · confidential", company=plan.company), f"{pdf.pages} / {pages}")


def _title(plan: ActionPlan, rep: RepPlan) -> str:
    span = tr(SPANS[plan.weeks - 1]) if plan.weeks <= len(SPANS) else ntr("{n} week", "{n} weeks", plan.weeks)
    return tr("{rep}, {span}", rep=rep.name, span=span)


def _running_head(pdf: Sheet, plan: ActionPlan, rep: RepPlan) -> None:
    room = pdf.width - 2 * MARGIN
    right = pdf.text(pdf.width - MARGIN, 62, period_words(plan), RUNNING, "right", room * 0.5)
    pdf.text(MARGIN, 62, _title(plan, rep), RUNNING, room=room - right - 24)
    pdf.rule(MARGIN, 86, room)


def _paint_head(plan: ActionPlan, rep: RepPlan, pdf: Sheet, x: float, _top: float) -> None:
    room = pdf.width - 2 * MARGIN
    right = x + room
    pdf.text(x, 62, tr("{company} · Action plan", company=plan.company), ABOVE, room=room * 0.6)
    title = fitted(_title(plan, rep), TITLE, room * 0.56, 1)
    pdf.lines(x, 83 + 42 - sum(line.height for line in title), title)
    left = room - title[0].width - 30 if title else room
    goal = _balanced(plan.goal, left)
    top = 126 - sum(line.height for line in goal)
    pdf.lines(right, top, goal, "right")
    pdf.text(right, top - 24, period_words(plan), ABOVE, "right", room * 0.36)
    pdf.rule(x, RULE, room, "thread", 2.5)
    if rep.rep_id is not None:
        _band(pdf, rep, x, RULE + 14, room)


def _balanced(text: str, room: float) -> tuple[Line, ...]:
    """A text in one line, or in two of about the same length."""
    for share in (1.0, 0.55, 0.65, 0.75, 0.85):
        lines = paragraph(text, GOAL, room * share)
        if len(lines) <= (1 if share == 1.0 else 2):
            return lines
    return fitted(text, GOAL, room, 2)


def _band(pdf: Sheet, rep: RepPlan, x: float, top: float, room: float) -> None:
    driving = sum(week.driving_minutes for week in rep.weeks)
    way = tr("{time} driving", time=formatting.duration(driving))
    km = formatting.distance(sum(week.distance_km for week in rep.weeks))
    tiers = {tier: n for tier, n in rep.customers.items() if tier != "N"}
    new = rep.customers.get("N", 0)
    whom = tr(", ").join(tr("{count} {tier}", count=n, tier=tier) for tier, n in tiers.items())
    customers = tr("customers visited") if tiers else ""
    prospects = ntr("{n} prospect", "{n} prospects", new) if new else ""
    cells = (
        (ntr("{n} visit", "{n} visits", len(rep.visits)), tr(", ").join((way, km)) if driving else ""),
        (whom or prospects or "–", tr(", ").join(one for one in (customers, prospects if whom else "") if one)),
        (ntr("{n} call", "{n} calls", len(rep.calls)), ntr("{n} left out", "{n} left out", len(rep.left_out))),
    )
    left = x
    for (figure, below), share in zip(cells, SHARES, strict=False):
        inside = room * share - 16
        y = pdf.lines(left, top, fitted(figure, FIGURE, inside, 1))
        pdf.lines(left, y, paragraph(below, SMALL, inside, 2))
        left += room * share
    if rep.push:
        pdf.text(left, top + 2, tr("We push").upper(), CAPTION)
        pdf.lines(left, top + 22, fitted(rep.push, PUSH, room * SHARES[3], 2))
    pdf.rule(x, top + BAND - 12, room)
