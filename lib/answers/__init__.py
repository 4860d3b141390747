"""What each screen shows: reads, held to the definitions, drawn and put into words.

A session, a viewer and Filters in, one frozen answer out. No Streamlit and no SQL here, so
that a page stays short and anything else that shows the same figures has them from here.
"""
