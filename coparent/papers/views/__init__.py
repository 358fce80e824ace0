"""What a template is given: the facts of each section, sorted, worded, dated, counted and numbered."""
