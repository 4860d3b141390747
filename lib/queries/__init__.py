"""The reads: a session, a viewer and Filters in, a frame out; one module a subject.

The first line of each docstring names the frame's columns. Ids are text, counts int64,
amounts float64; a column has one dtype whether or not there are rows.
"""
