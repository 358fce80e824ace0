"""From a workspace to a paper's facts: a module for each section, or few that belong together."""
