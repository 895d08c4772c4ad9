"""Kitagawa Precision itself: its settings, reps, plan, goal and visit rules."""

from datetime import date

from sqlalchemy.orm import Session

from models import ClosedDay, Company, Kgi, Plan, Rep, RepHours, Tiering, VisitRule
from workbench.workspace.new_company import NewCompany
from workbench.workspace.sample.timeline import Timeline, closed_ranges, month_end, month_start

OFFICE = (34.6749, 135.6132)
GOAL_ORDERS, BASELINE_ORDERS = 60, 41
COUNT_SCALE = 10_000

REPS = (
    (("Sachiko Morita", "森田 幸子"), ("S. Morita", "森田"), None, None, (510, 1080), 11.0),
    (
        ("Kenji Ueda", "上田 健二"),
        ("K. Ueda", "上田"),
        ("Hirakata, Okahigashi-cho 4", "大阪府枚方市岡東町4"),
        (34.8161, 135.6496),
        None,
        10.0,
    ),
    (
        ("Ryo Tani", "谷 亮"),
        ("R. Tani", "谷"),
        ("Matsubara, Takami-no-Sato 4-3", "大阪府松原市高見の里4-3"),
        (34.5746, 135.5486),
        (510, 1050),
        8.0,
    ),
)
"""Name, short name, start address and place (none: the office), own hours (none: the company's), field hours a week."""

RULES = {
    "A": (2, "month", 9, 18, 90, "visit", ("Next design review", "次の設計レビューの予定")),
    "B": (1, "month", 21, 40, 60, "visit", ("Lead time 10 → 6 days", "納期を10日から6日へ")),
    "C": (1, "quarter", 75, 105, 20, "desk", ("Quarterly check-in", "四半期に一度の近況確認")),
    "N": (1, "quarter", 60, 120, 60, "visit", ("48-hour prototype trial", "48時間試作のお試し")),
}
DIRECTIONS = (
    ("Half of revenue from medical and optics by {year}", "{year}年までに売上の半分を医療・光学から"),
    ("Known in Kansai as the 48-hour prototype shop", "関西で「48時間試作」といえば北川精密"),
)


def sample_company(language: str) -> NewCompany:
    """What one would have typed into the new-company dialog."""
    ja = language == "ja"
    return NewCompany(
        name="北川精密" if ja else "Kitagawa Precision",
        country="JP",
        language=language,
        currency="JPY",
        office_address="大阪府東大阪市菱江2-5" if ja else "Higashi-Osaka, Hishie 2-5",
        first_rep="",
    )


def fill_company(session: Session, language: str, days: Timeline) -> list[int]:
    """Set up the company, its plan and rules over the first rows of the file; returns the keys of its reps."""
    text = 1 if language == "ja" else 0
    chosen = sample_company(language)
    company = session.query(Company).one()
    company.name, company.country, company.language, company.currency = chosen.name, "JP", language, "JPY"
    company.office_address, (company.office_lat, company.office_lng) = chosen.office_address, OFFICE
    company.fiscal_month = month_start(days.plan_first, -6).month
    company.sample = True
    session.add_all(ClosedDay(first=first, last=last, name=name) for first, last, name in closed_ranges(days.today, language))
    _plan(session, text, days)
    for rule in session.query(VisitRule):
        visits, unit, least, greatest, minutes, channel, topics = RULES[rule.tier]
        rule.visits, rule.every, rule.unit, rule.least_gap, rule.greatest_gap = visits, 1, unit, least, greatest
        rule.duration, rule.channel, rule.topics = minutes, channel, topics[text]
    tiering = session.query(Tiering).one()
    tiering.first, tiering.last = revenue_months(days.today)
    tiering.tiered_on = days.worked(month_start(days.today), days.today)[0]
    session.query(Rep).delete()
    reps = []
    for position, (name, short, address, place, hours, field_hours) in enumerate(REPS):
        rep = Rep(name=name[text], short_name=short[text], position=position, field_hours=field_hours)
        if address and place:
            rep.start_address, (rep.start_lat, rep.start_lng) = address[text], place
        session.add(rep)
        session.flush()
        reps.append(rep.id)
        if hours:
            session.add_all(RepHours(rep_id=rep.id, weekday=weekday, start=hours[0], end=hours[1]) for weekday in range(5))
    session.flush()
    return reps


def revenue_months(today: date) -> tuple[date, date]:
    """The last twelve full months before today."""
    return month_start(today, -12), month_end(today, -1)


def _plan(session: Session, text: int, days: Timeline) -> None:
    """The one plan with its goal: the second half of the fiscal year, which is so that today lies in its eighth week."""
    plan = session.query(Plan).one()
    year = month_start(days.plan_first, -6).year
    plan.name = (f"FY{year % 100:02d} second half", f"{year}年度下期")[text]
    plan.first, plan.last = days.plan_first, days.plan_last
    plan.company_direction = DIRECTIONS[0][text].format(year=year + 3)
    plan.marketing_direction = DIRECTIONS[1][text]
    goal = session.query(Kgi).one()
    goal.metric, goal.target, goal.deadline = "orders", GOAL_ORDERS * COUNT_SCALE, days.plan_last
    goal.baseline = BASELINE_ORDERS * COUNT_SCALE
    goal.baseline_first, goal.baseline_last = month_start(days.plan_first, -6), month_end(days.plan_first, -1)
