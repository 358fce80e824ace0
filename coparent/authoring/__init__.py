"""Changes of plans, made for people: values in, changed text out, and nothing else touched."""
