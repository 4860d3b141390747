"""What each column of anybody's table is: by its heading, by its cells, or as it was said once.

Pure: a table and answers in, columns and cells out. What means nothing here is kept with the notes
as "heading: value", so that no cell is lost.
"""
