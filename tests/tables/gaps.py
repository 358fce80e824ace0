"""A small workspace with a goal of every status, and every way for one to be fragile."""

from tests.workspaces import lay_over

STRATEGY = """
title: Corporate parenting strategy 2026 to 2030
outcomes:
  - {id: o1, title: Children live near the people they know, priorities: [home], needs: {organisations: 2}}
  - id: o2
    title: >-
      Children move less often, and when they must move they know why, and take with them what is theirs and whom they
      love
    priorities: [home]
  - id: o3
    title: There are enough homes
    priorities: [home]
    accepted_gap: {reason: The money is not there yet., until: March 2027}
  - {id: o4, title: Children are seen by a dentist, priorities: [health]}
  - {id: o5, title: 子どもは元気です, priorities: [health]}
  - {id: o6, title: "=Children wait less | for `help`", priorities: [health]}
  - {id: o7, title: Children are heard}
promises:
  - {id: p1, title: We tell you what happens next, outcomes: [o7]}
  - {id: p2, title: We keep you safe}
principles:
  - {id: act-in-their-best-interests, title: Act in their best interests, outcomes: [o1, o4]}
organisations:
  - {id: ecc, name: The county council, type: council}
  - {id: icb, name: The health board, type: nhs}
  - {id: north, name: North district, type: district}
  - {id: south, name: South district, type: district}
  - {id: districts, name: The districts, type: group, members: [north, south]}
"""
PLAN = """
status: approved
approval: {by: board, on: 2026-04-01}
actions:
  - {id: a1, title: Open two homes, outcomes: [o1, o2], lead: Homes, due: March 2027}
  - {id: a2, title: Train ten carers, outcomes: [o1], lead: Homes, due: March 2027}
  - id: a3
    title: See a dentist
    outcomes: [o4]
    priorities: [home]
    lead: {role: Nurses, organisation: icb}
    partners: [north]
    due: June 2026
  - {id: a4, title: Ask children, outcomes: [o7], lead: Voice, partners: [icb], due: March 2030}
  - {id: a5, title: Tell children, outcomes: [o7], lead: Voice, due: ongoing, review: March 2027}
  - {id: a6, title: Walk with children, outcomes: [o5], lead: Voice, due: March 2029, visibility: internal}
  - id: a7
    title: Count the waiting
    outcomes: [o6]
    lead: Voice
    due: March 2029
    updates: [{on: 2026-05-31, stage: cancelled, summary: It was not needed.}]
"""
MEASURES = """
measures:
  - {id: m1, title: Homes open, type: context, unit: count, better: higher, outcomes: [o1, o2, o4, o7]}
"""
TEXTS = lay_over({"strategy": STRATEGY, "plan": PLAN, "measures": MEASURES})
