"""Official figures: what comes with Fieldwork, and what a person brought; read only, never guessed.

`wages` and `occupations` are what screens ask; `places` says where the files lie.
"""
