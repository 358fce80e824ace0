"""A small workspace in which a list and a sheet meet everything they have to lay out."""

from tests.workspaces import lay_over

_PLAN = """\
title: Home plan
period: April 2026 to March 2030
reports_to: [board]
status: approved
approval: {by: board, on: 2026-04-01}
actions:
  - id: a1
    ref: "1.1"
    title: Open two homes near the schools that children already go to, so that nobody has to move school
    why: |-
      Children **move too far**. They asked for:

      - homes near friends
      - rooms of their own

      What each **home** has:
      | Home | Places | They say |
      |:-----|-------:|----------|
      | **Elm \\| Ash** | 3 | It is near my school, and my friends may come |
      | =Oak | 12 | |
    outcomes: [o1, o3]
    promises: [p1]
    recommendations: [r1]
    lead: Head of placements
    joint_leads: [{role: Head of nursing, organisation: icb}]
    partners: [districts]
    start: April 2026
    due: June 2026
    rescheduled:
      - {to: August 2026, on: 2026-06-01, reason: The builder left., approved_by: board}
      - {to: December 2026, on: 2026-12-01, reason: After the day.}
    measures: [m1, m2]
    milestones:
      - {id: first, title: The first home opens, due: May 2026, done: 2026-05-20}
      - {id: second, title: The second home opens, due: July 2026}
      - {title: A third is looked for, due: July 2026, dropped: {on: 2026-08-01, reason: No money.}}
    updates:
      - {on: 2026-06-30, stage: in-progress, rating: green, summary: One home is open.}
      - on: 2026-08-31
        stage: in-progress
        rating: red
        summary: The second site is late.
        reason: Planning
        next: Appeal
        forecast: January 2027
        ask: Agree the cost
        ask_of: board
        by: {role: Head of placements}
        evidence: [{title: The minute, held_by: the board}]
      - {on: 2026-10-31, stage: complete, summary: After the day.}
  - {id: a2, ref: "1.2", title: "=Hostile | title \\e[31m with\\a `marks` and <b>tags</b> @x", lead: "-Team", due: TBC}
  - {id: a3, title: 寮と住まい を増やす, outcomes: [o2], due: quarterly, review: March 2027, start: April 2026}
  - id: a4
    title: Ask every child
    outcomes: [o7]
    priorities: [health]
    lead: Voice team
    due: "31 March 2026"
    measures: [m1]
    updates: [{on: 2026-03-31, stage: complete, summary: All were asked.}]
  - id: a5
    title: Write a second strategy
    outcomes: [o4]
    lead: Voice team
    due: March 2029
    becomes: [a1]
    updates: [{on: 2026-06-30, stage: superseded, rating: amber, summary: Others do it.}]
  - {id: a6, title: Keep in touch, outcomes: [o5, o6], lead: Voice team, due: ongoing, review: March 2027}
  - id: a7
    title: Buy a minibus
    lead: {role: Transport, organisation: north}
    start: April 2026
    due: "14 November 2026"
    depends_on: [a1]
    updates: [{on: 2026-09-01, stage: in-progress, rating: amber, summary: Two were seen.}]
risks:
  - {id: builder, title: The builder leaves again, likelihood: 4, impact: 5, owner: Head of placements, actions: [a1],
     status: open}
  - {id: rain, title: It rains, likelihood: 1, impact: 2, status: closed}
"""
_STRATEGY = """\
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, short_name: Health, type: nhs}
  - {id: north, name: North, type: district}
  - {id: south, name: South, type: district}
  - {id: districts, name: The districts, type: group, members: [north, south]}
  - {id: choir, name: The choir, type: voluntary}
"""
_HEALTH = """\
kind: plan
id: health
title: Health plan
organisation: icb
status: draft
actions:
  - {id: h1, ref: "1.2", title: See a dentist, outcomes: [o4], due: 2027, lead: Dental commissioning}
risks:
  - {id: rain, title: It rains on the dentist, likelihood: 2, impact: 2, actions: [h1], status: open}
"""
_MEASURES = """\
measures:
  - id: m1
    title: Children with three or more homes in a year
    unit: percent
    better: lower
    outcomes: [o1, o2]
    owner: Performance team
    frequency: yearly
    baseline: {period: 2021/22, value: 13}
    target: {value: 10, by: March 2027}
    tolerance: 1
    readings:
      - {period: 2022/23, value: 15, comparators: {England: 10, Neighbours: 12}}
      - {period: 2023/24, value: 12, comparators: {England: 10}}
      - {period: 2024/25, value: suppressed}
      - {period: 2025/26, value: 14.5, of: 1100, provisional: true, comparators: {England: 11}}
      - {period: 2026/27, value: 9}
  - {id: m2, title: Spending, unit: pounds, better: neither, type: context, outcomes: [o3], readings: [
      {period: 2024/25, value: 8736000}, {period: 2025/26, value: 132052785, comparators: {England: 8955421269}}]}
  - {id: m3, title: Days to a first visit, unit: days, better: lower, outcomes: [o4], frequency: quarterly,
     baseline: {period: Q1 2025/26, value: 9}}
"""
_RETURN = "{on: 2026-07-31, updates: [{action: a6, stage: in-progress, summary: Letters went out.}]}"

TEXTS = {
    **lay_over({"plan": _PLAN, "strategy": _STRATEGY, "measures": _MEASURES, "updates": _RETURN}),
    "plans/health.yaml": _HEALTH,
}
