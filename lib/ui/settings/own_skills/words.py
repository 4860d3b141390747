"""The five levels in plain words."""

LEVELS = {
    1: "1 · heard of it",
    2: "2 · tried it",
    3: "3 · can do it",
    4: "4 · do it well",
    5: "5 · teach it",
}
LEVEL_OF = {words: level for level, words in LEVELS.items()}
