"""Geometry of charts from dates and values, as plain numbers: macros only print them."""
