"""The column headings of councils' plans, and the field that each stands for.

Nothing here knows a message or a file: the table is for whoever meets a name that is no field.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_LEAD = """
    accountable, accountable lead, accountable officer, accountable person, accountability, action lead, action owner,
    assigned to, by whom, delivery lead, head of service, key lead, lead agency, lead contact, lead director, lead
    manager, lead name, lead officer, lead organisation, lead partner, lead person, lead professional, lead
    responsibility, lead role, lead service, lead team, manager, named lead, named officer, officer, officer
    responsible, operational lead, owner, person responsible, project lead, responsibility, responsible, responsible
    agency, responsible lead, responsible officer, responsible organisation, responsible owner, responsible person,
    responsible service, responsible team, senior responsible officer, senior responsible owner, service lead, sro,
    strategic lead, task owner, team responsible, who, who is responsible, who will be responsible, who will do it,
    who will do this, who will lead
"""
_DUE = """
    action by, by, by when, complete by, completion, completion by, completion date, completion due, date due, date
    for completion, date to be completed, deadline, deadline date, delivery date, due by, due date, due on, end, end
    by, end date, expected completion, expected completion date, finish, finish by, finish date, implementation date,
    original date, original deadline, original due date, original target date, planned completion, planned completion
    date, planned end date, required by, target completion, target completion date, target date, target deadline,
    target timescale, time frame, time scale, timeframe, timeline, timescale, timescale for completion, timetable,
    timing, to be completed by, when, when by, when will it be done, when will this be done, when will this happen
"""
_STAGE = """
    action complete, action completed, action status, closed, complete, completed, completion status, current status,
    delivery status, done, implementation status, overall status, progress status, project status, stage, state,
    status
"""
_RATING = """
    brag, brag rating, brag status, colour, confidence, current brag, current rag, delivery confidence, overall rag,
    progress rag, rag, rag rating, rag status, rating, traffic light, traffic light status
"""
_SUMMARY = """
    achievement, achievement to date, action taken, comment, commentary, current position, current update, highlight,
    latest position, latest progress, latest update, monthly update, narrative, note, officer comment, position,
    position statement, progress, progress against action, progress against agreed action, progress commentary,
    progress comment, progress made, progress note, progress report, progress so far, progress summary, progress to
    date, progress update, quarterly update, remark, status comment, status update, update, update on progress, we
    did, what has been done, what has happened, what have we done, what we did, what we have done
"""
_NEXT = """
    action for next period, action next quarter, further action, further action required, next action, next quarter,
    next step, planned action for next period, planned next step, what happens next, what is next, what next, whats
    next
"""
_REASON = """
    barrier, barrier and risk, blocker, challenge, concern, constraint, exception, explanation, explanation of delay,
    issue and risk, key risk, obstacle, problem, reason, reason for delay, reason for rag, reason for slippage, reason
    for variance, risk, risk and barrier, risk and challenge, risk and issue, risk issue
"""
_IMPACT = """
    actual impact, difference made, evidence of impact, impact achieved, impact made, impact on children, impact so
    far, impact to date, outcome achieved, outcome to date
"""
_EVIDENCE = """
    assurance, evidence, evidence link, evidence of completion, evidence of progress, proof, source of evidence,
    supporting document, supporting evidence
"""
_PERCENT = (
    "% complete, % completed, % done, % progress, percent complete, percent completed, percentage complete, progress %"
)
_FORECAST = """
    anticipated completion date, anticipated date, expected date, extended to, forecast completion, forecast
    completion date, forecast date, new date, new deadline, new due date, projected date, revised completion date,
    revised date, revised deadline, revised due date, revised end date, revised target date, revised timescale
"""
_REPORTER = (
    "author, completed by, officer, reported by, reporter, update by, updated by, lead, lead officer, owner, who"
)
_DAY = """
    as at, as of, date, date of position, date of update, date reported, date updated, day, last updated, period end,
    position at, position date, quarter end, report date, reporting date, update date
"""
_PERIOD = (
    "date, dates, duration, period covered, plan period, term, time frame, time period, timeframe, timescale, year"
)
_NAME = "heading, label, name"
_DETAIL = "about, definition, detail, explanation, further detail, summary, what it means"
_REF = """
    action id, action no, action number, action ref, action reference, item, item no, item number, line no, line
    number, no, number, ref, ref no, ref number, reference, reference no, reference number, serial no, unique id,
    unique ref, unique reference
"""
_MEMBER = """
    accountable councillor, cabinet lead, cabinet member, councillor, elected member, executive member, lead
    councillor, lead member, member, portfolio holder
"""
_SOURCE = "document, link, origin, policy link, reference document, source, source document, web link"

_KPI = """
    indicator, key performance indicator, kpi, measure, metric, performance indicator, performance measure, pi
"""
_OUTCOME = "linked outcome, outcome, outcome id, strategic outcome"
_PRIORITY = "linked priority, priority, strategic priority"
_PLEDGE = "pledge, pledge no, promise"
_RECOMMENDATION = "recommendation, recommendation no, recommendation number, recommendation ref"

_UPDATE: Mapping[str, str] = {
    "on": _DAY,
    "stage": _STAGE,
    "rating": _RATING,
    "summary": f"{_SUMMARY}, description, detail, text, what",
    "reason": _REASON,
    "next": _NEXT,
    "impact": f"{_IMPACT}, difference, benefit, so what",
    "ask": """
        ask of board, board ask, decision needed, decision required, escalation, support needed, support required
    """,
    "ask_of": "asked of, board, for decision by",
    "forecast": f"{_FORECAST}, expected completion, expected completion date",
    "percent": f"{_PERCENT}, %, percentage",
    "evidence": f"{_EVIDENCE}, link, source",
    "by": _REPORTER,
}
_GOAL: Mapping[str, str] = {
    "title": f"""
        {_NAME}, goal, objective, outcome, pledge, priority, principle, promise, statement, text, wording, aim
    """,
    "description": _DETAIL,
    "plain": "easy read, plain english, young people version, childrens version",
}
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "action": {
        "ref": _REF,
        "title": """
            action, action description, action needed, action required, action title, action to be taken, activity,
            agreed action, commitment, deliverable, description, improvement, improvement action, intervention, key
            action, key activity, key task, name, planned action, proposed action, smart action, specific action,
            task, task description, we will, what, what are we going to do, what do we need to do, what needs to be
            done, what we are going to do, what we will do, what will be done, what will we do
        """,
        "why": """
            background, baseline position, context, driver, finding, identified need, inspection finding, issue, issue
            identified, justification, need, need identified, purpose, rationale, reason for action, what you told us,
            where are we now, why are we doing this, why is this important, you said
        """,
        "outcomes": _OUTCOME,
        "difference": f"""
            {_OUTCOME}, benefit, benefit for children, desired impact, desired outcome, difference for children,
            expected benefit, expected impact, expected outcome, expected result, how children will benefit, impact,
            impact for children, intended impact, intended outcome, outcome for children, planned outcome, result, so
            what, the difference this will make, what difference will it make, what difference will this make, what
            will be different, what will change
        """,
        "priorities": _PRIORITY,
        "promises": _PLEDGE,
        "recommendations": _RECOMMENDATION,
        "group": f"""
            {_PRIORITY}, {_PLEDGE}, aim, area, area for development, area for improvement, area of focus, area
            requiring improvement, category, development area, domain, focus, focus area, goal, heading, improvement
            area, key area, objective, outcome area, pillar, priority area, programme, project, section, service area,
            strand, strategic aim, strategic objective, theme, topic, what we want, work area, work stream, workstream
        """,
        "lead": _LEAD,
        "joint_leads": """
            co lead, deputy lead, joint lead, other lead, support officer, supporting lead, supporting officer
        """,
        "partners": """
            agency, agency involved, delivery partner, in partnership with, involved agency, key partner,
            organisation, organisation involved, other agency, partner, partner agency, partner involved, partner
            organisation, stakeholder, support, supported by, who else, who with, with whom, working with
        """,
        "start": """
            begin, begin date, date, commence, commencement, commencement date, date from, date started, from, planned
            start, planned start date, start by, start date, started
        """,
        "due": f"{_DUE}, date",
        "review": """
            date of next review, date of review, monitoring date, next review, next review date, review by, review
            date, review point, when reviewed
        """,
        "measures": _KPI,
        "success": f"""
            {_KPI}, acceptance criteria, evaluation, evidence of success, how it will be measured, how measured, how
            we will know, how we will measure it, how we will measure success, how will it be measured, how will this
            be measured, how will we know, how will we know we have succeeded, how will we know we have made a
            difference, how will we measure it, how will we measure success, measure of success, monitoring,
            monitoring and evaluation, outcome measure, outcome measure of success, output, quality assurance, success
            criteria, success criterion, success indicator, success look like, success measure, target, target
            outcome, what good look like, what success look like, what we will see, what will good look like, what
            will success look like, what will we see
        """,
        "milestones": "interim milestone, key milestone, key step, milestone, step, sub action, sub task",
        "resources": """
            amount, budget, cost, cost implication, estimated cost, finance, financial implication, funding, funding
            requirement, funding source, funding staff, how much, investment, resource, resource implication, resource
            needed, resource requirement, resource required, source of funding, spend, total cost
        """,
        "depends_on": "dependency, dependent on, depends upon, interdependency, predecessor",
        "becomes": "replaced by, superseded by",
        "who_for": """
            age group, beneficiary, cohort, eligibility, target cohort, target group, who is it for, who is this for
        """,
        "sources": f"{_SOURCE}, link to other action plan, link to other plan, link to strategy",
        "plain": "easy read, plain english, young people version, child friendly version",
        "updates.stage": _STAGE,
        "updates.rating": _RATING,
        "updates.summary": _SUMMARY,
        "updates.next": _NEXT,
        "updates.reason": _REASON,
        "updates.impact": _IMPACT,
        "updates.evidence": _EVIDENCE,
        "updates.percent": _PERCENT,
        "updates.forecast": _FORECAST,
        "updates.ask": _UPDATE["ask"],
        "updates.on": """
            actual completion date, actual date, actual end date, closed date, completed date, completed on, date
            achieved, date closed, date complete, date completed, date of completion
        """,
    },
    "update": _UPDATE,
    "returned-update": {
        **_UPDATE,
        "action": f"id, {_REF}, action title, name, title",
    },
    "milestone": {
        "title": f"{_NAME}, action, deliverable, description, key milestone, milestone, step, task, text, what",
        "due": f"{_DUE}, date, target",
        "done": """
            achieved, achieved on, actual date, complete, completed, completed date, completed on, date achieved, date
            completed, date reached, done on, met, reached, reached on
        """,
        "organisation": "agency, organisation responsible, partner",
        "rescheduled": f"{_FORECAST}, forecast, moved to, rescheduled to",
        "id": "no, number, ref, reference",
    },
    "move": {
        "to": f"{_FORECAST}, date, due, due date, moved to, revised to",
        "on": "agreed on, date moved, day, decided on, moved on, when",
        "reason": "comment, explanation, note, reason for delay, reason for move, why",
        "approved_by": "agreed by, approved, approver, authorised by, board, by",
    },
    "dropped": {"on": "date, date dropped, day, when", "reason": "comment, explanation, note, why"},
    "approval": {
        "by": "approved by, board, committee, who",
        "on": "approved on, date, date approved, day, meeting, when",
    },
    "resources": {
        "status": "funding status, state, type",
        "amount": "budget, cost, estimated cost, price, sum, total, total cost, value, £",
        "period": "over, per, timescale, year",
        "funding": "fund, funded by, funder, funding source, grant, source, source of funding",
        "note": "comment, detail, description, staff, staffing, text",
    },
    "plan": {
        "title": f"{_NAME}, plan, plan name, plan title",
        "organisation": """
            agency, authority, council, lead agency, lead organisation, lead partner, local authority, org
        """,
        "partners": """
            agency involved, delivery partner, key partner, partner, partner agency, partner organisation, stakeholder
        """,
        "status": "document status, plan status, stage, state",
        "period": f"{_PERIOD}, end, end date, start",
        "sponsor": f"{_LEAD}, author, director, executive sponsor, lead, plan lead, plan owner",
        "accountable_member": _MEMBER,
        "reports_to": """
            accountable to, board, committee, governance, governance board, monitored by, oversight, overseen by,
            report to, reporting to
        """,
        "summary": """
            about, aim, background, context, description, executive summary, foreword, introduction, overview,
            purpose, scope, vision
        """,
        "equality": "edi, eia, eqia, equality and diversity, equality impact, equality impact assessment, equalities",
        "consulted": "co production, consultation, coproduction, engagement, participation, voice",
        "actions": "action plan, activity, deliverable, delivery plan, objective, task",
        "risks": "issue, issue log, risk and issue, risk log, risk register",
        "sources": f"{_SOURCE}, background paper, reference",
        "basis": "data status, evidence status",
        "plain": "easy read, plain english, young people version, child friendly version",
    },
    "risk": {
        "id": "no, number, ref, reference, risk id, risk no",
        "title": f"{_NAME}, description, risk, risk description, risk title",
        "cause": "driver, reason, source, trigger",
        "effect": "consequence, result",
        "likelihood": "chance, probability",
        "impact": "severity",
        "response": "action, approach, response plan, treatment",
        "mitigations": "control, control measure, mitigating action, mitigation, mitigation action, safeguard",
        "owner": f"{_LEAD}, lead, risk owner",
        "status": "open or closed, state",
    },
    "updates": {
        "on": f"{_DAY}, period, quarter",
        "by": _REPORTER,
        "organisation": "agency, council, partner, partner organisation",
        "updates": "action, position, progress, return, report",
        "readings": "data, figure, indicator, kpi, measure, performance",
    },
    "measures": {"measures": "indicator, kpi, metric, performance indicator"},
    "measure": {
        "title": f"""
            {_NAME}, indicator, indicator name, key performance indicator, kpi, measure, measure name, metric,
            performance indicator, performance measure, pi
        """,
        "definition": """
            calculation, description, detail, how it is worked out, methodology, note, technical definition
        """,
        "type": "category, kind, measure type",
        "unit": "format, unit of measure, unit of measurement, unit type",
        "better": """
            aim to, direction, good is, good performance, good performance is, good to be, polarity, what is good
        """,
        "counts_people": "count people, people",
        "outcomes": "linked outcome, outcome",
        "owner": f"{_LEAD}, data owner, lead",
        "frequency": """
            collected, collection frequency, how often, interval, periodicity, reported, reporting frequency,
            reporting period
        """,
        "lag": "delay, reporting lag, time lag",
        "source": f"{_SOURCE}, data source, source of data, system, url",
        "baseline": "base, baseline figure, baseline performance, baseline position, baseline value, starting point",
        "target": "ambition, goal, target figure, target value",
        "target.by": _DUE,
        "tolerance": "margin, tolerance level",
        "readings": """
            actual, actual performance, current performance, data, figure, history, latest figure, outturn,
            performance, result, value
        """,
    },
    "baseline": {"period": f"{_PERIOD}, as at, month, quarter, when", "value": "baseline, figure, number, percentage"},
    "target": {"value": "aim, figure, goal, number, target", "by": f"{_DUE}, date, period, year"},
    "reading": {
        "period": f"{_PERIOD}, month, quarter, reporting period, when",
        "value": "%, actual, count, figure, number, outturn, percentage, performance, reading, result, score, total",
        "of": "base, cohort, denominator, out of, total number",
        "comparators": "benchmark, benchmarking, comparator, comparison",
        "published": "date published, publication date, published on",
        "note": "caveat, comment, commentary, explanation, narrative",
    },
    "strategy": {
        "title": f"{_NAME}, strategy, strategy title",
        "organisation": "authority, council, local authority, owner",
        "period": _PERIOD,
        "mission": "mission statement, our vision, purpose, statement, vision",
        "approach": "how we work, our approach, value, way of working",
        "priorities": "aim, objective, priority, theme",
        "outcomes": "goal, outcome",
        "promises": "our promise, pledge, promise",
        "principles": "corporate parenting principle, principle",
        "organisations": "agency, organisation, partner",
        "boards": "board, committee, governance, meeting",
        "consulted": "co production, consultation, coproduction, engagement, participation, voice",
        "sources": f"{_SOURCE}, reference",
    },
    "priority": _GOAL,
    "outcome": {**_GOAL, "priorities": "linked priority, priority, theme"},
    "promise": {"title": _GOAL["title"], "plain": _GOAL["plain"], "outcomes": "outcome"},
    "principle": {"title": _GOAL["title"], "outcomes": "outcome"},
    "recommendation": {
        "title": f"{_GOAL['title']}, recommendation",
        "by": "from, inspector, made by, organisation, recommended by, who",
        "on": "date, date made, made on, when",
        "outcomes": "outcome",
        "source": _SOURCE,
    },
    "organisation": {
        "name": "full name, heading, label, organisation, organisation name, title",
        "type": "category, kind, organisation type, sector",
        "short_name": "abbreviation, acronym, initial, known as, short, short form",
        "members": "includes, member, member organisation",
    },
    "board": {"name": "board, board name, committee, heading, label, title"},
    "consultation": {
        "who": "audience, consultee, group, participant, people, stakeholder, who we asked, who was asked",
        "kind": "category, type",
        "on": "date, day, month, when",
        "heard": """
            comment, feedback, finding, response, said, they said, view, what they said, what they told us, what we
            heard, what you said, you said
        """,
        "changed": "action, action taken, change, impact, outcome, result, we did, what changed, what we did",
        "answer": "reply, what we could not do",
        "told": "fed back on, feedback date, told on",
        "source": _SOURCE,
    },
    "link-record": {
        "title": f"{_NAME}, document, text",
        "url": "address, href, link, page, uri, web, web address, web link, web page, website",
        "path": "attachment, file, file name, filename, location",
        "held_by": "held, holder, kept by, owner, where, where held",
    },
    "accepted-gap": {
        "reason": "comment, explanation, note, why",
        "until": "by, date, end, expires, expiry, review, review date, to",
    },
    "role": {
        "role": f"{_NAME}, job, job title, lead, officer, post, post title, team, title",
        "organisation": "agency, council, employer, org, partner",
    },
    "paper": {
        "title": f"{_NAME}, report title, subject",
        "template": "template name",
        "as_at": "as at date, as of, data as at, position at, reporting date",
        "since": "last paper, last report, previous report",
        "plans": "plan",
        "organisation": "partner, partner organisation",
        "audience": "classification, confidentiality, readers, visibility",
        "reference": """
            item, item no, ref, ref no, reference no, reference number, report no, report number, report ref
        """,
        "report_to": "committee, meeting, report for, to",
        "report_author": "author, by, lead officer, officer, report by, report from, report of, written by",
        "date": "date of meeting, meeting date, meeting on",
        "enquiries_to": "contact, contact detail, contact officer, enquiry, enquiry to, further information",
        "divisions_affected": "county division affected, division, electoral division, ward, ward affected",
        "purpose": "executive summary, introduction, purpose of report, purpose of the report, summary",
        "recommendations": "recommendation",
        "exempt": "confidential, exempt information, exemption, part 2, part ii, private",
        "next_report": "next meeting, next update",
        "appendices": "annex, appendix, attachment",
        "sections": "body, content, section, text",
        "board": "governing board",
    },
    "section": {"title": _NAME, "text": "body, content, words", "place": "order, position, where"},
    "implications": {
        "legal": "law, legal implication",
        "finance": "cost, financial, financial implication, resource",
        "equality": "equality impact, equality implication",
        "data": "data protection, gdpr, privacy",
        "climate": "carbon, climate change, environment, environmental",
    },
    "appendix": {"title": f"{_NAME}, appendix", "link": "document, file, url"},
    "settings": {
        "year_starts": "financial year starts, year start",
        "update_every": "frequency, reporting frequency, update frequency",
        "small_number": "suppression threshold, threshold",
        "levels": "check, rule, severity",
        "vocabulary": "language, preferred word, terminology, word",
        "glossary": "abbreviation, acronym, term",
    },
}
"""For each kind of record, the headings that lead to each of its fields, or to a field of the records in one."""

_BRACKETS = re.compile(r"\([^)]{0,200}+\)|\[[^\]]{0,200}+\]")
_NO_WORD = re.compile(r"[^a-z0-9%£]+")
_WHEN_REPORTED = re.compile(
    r"\b(?:q[1-4]|quarter [1-4]|(?:19|20)\d\d(?: \d\d)?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*)\b"
)


def find_fields(kind: str, heading: str) -> tuple[str, ...]:
    """The fields of a kind of record that a heading leads to, the likeliest first; none if it is not known.

    A field of the records that another field holds has a full stop between the two.

    >>> find_fields("action", "Lead Officer(s):"), find_fields("action", "Q2 update"), find_fields("action", "Code")
    (('lead',), ('updates.summary',), ())
    """
    words = _words_of(heading)
    known = _by_heading(kind)
    return known.get(_joined(words)) or known.get(_joined(_WHEN_REPORTED.sub(" ", words)), ())


def _words_of(heading: str) -> str:
    text = (
        unicodedata.normalize("NFKC", heading).casefold().replace("&", " and ").replace("'", "").replace("\u2019", "")
    )
    return _NO_WORD.sub(" ", _BRACKETS.sub(" ", text)).strip()


def _joined(words: str) -> str:
    """The words run together, each without the "s" of its plural."""
    return "".join(map(_singular, words.split()))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


@cache
def _by_heading(kind: str) -> Mapping[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for field, headings in HEADINGS.get(kind, {}).items():
        for heading in headings.split(","):
            joined = _joined(_words_of(heading))
            if field not in known.get(joined, ()):
                known[joined] = (*known.get(joined, ()), field)
    return known
