"""Words that tell what a line, a heading or a question is about; they score, none decides alone."""

import re
from functools import lru_cache

TOPICS: dict[str, str] = {
    "skill": r"skills?|needs?|needed|requirements?|required|must[ -]?haves?|qualifications|good at|able to|abilities|"
    r"competenc\w+|tools?|stack|tech|software|what it takes|look(?:ing)? for|have to know|"
    r"need to know|learn first|day to day|does all day|key|daily|core|uses",
    "training": r"training|trained|school\w*|education|degrees?|courses?|certs?|certificat\w+|"
    r"qualifications?|tickets?|licen[cs]\w+|way in|got in|get in(?:to)?|getting (?:in|there)|entry|path|route|"
    r"apprentic\w+|how (?:did|do|does) (?:you|one|she|he|they) (?:start|get|begin|become)|"
    r"came (?:up|from|to)|background|study|studied|college|diploma|bootcamp|started out",
    "pay": r"pay|pays|paid|money|salar\w+|wages?|comp(?:ensation)?|earn\w*|rates?|income|package|ctc|\$+|£+|€+|"
    r"gehalt|lohn|salaire|sueldo|figures?",
    "up": r"good(?: side| bits?| parts?| points?| things?)?|likes?|loves?|loved|pros?|plus(?:es)?|ups?|upsides?|"
    r"best(?: bits?| parts?| things?)?|enjoys?|positives?|perks?|benefits?|nice|fun(?: part)?|"
    r"\+|joys?|rewarding|favou?rite|highlights?|what keeps \w+|happy|adores?|:\)",
    "down": r"bad(?: side| bits?| parts?| points?| things?)?|dislikes?|hates?|hated|cons?|minus(?:es)?|downs?|downsides?|"
    r"worst(?: bits?| parts?| things?)?|negatives?|hard(?: part| bit)?|hardest|challenges?|not (?:so )?(?:nice|good|fun|great)|"
    r"drawbacks?|sucks|struggles?|complain\w*|annoy\w+|heavy|wears? \w+ down|regrets?|tough\w*|"
    r"doesn't like|does not like|don't like|minds|misses|downer|ugly|frustrat\w+|min|:\(",
    "outlook": r"outlook|future|trends?|market|prospects?|demand|scope|going|field|growing|next (?:ten|five|\d+) years|"
    r"forecast|where (?:it|is it|it's|is the field)(?:'s)? (?:going|headed)|jobs?|hiring|forward",
    "step": r"path|ladder|steps?|career|progression|promotions?|track|moves? up",
    "person": r"talk to|speak (?:to|with)|meet|call|contacts?|introduc\w+|ask|ring|email|e-mail|write to|"
    r"reach out|get in touch|next|referr\w+|whom next|suggests?|recommends?|connect",
}
"""Each topic's words, as they stand in headings, questions and cues."""

_RULES = {
    topic: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for topic, words in TOPICS.items()
}


@lru_cache(maxsize=2_000)
def about(words: str) -> frozenset[str]:
    """The topics that a heading, a label or a question names."""
    low = words.lower().replace("\u2019", "'")[:200]
    return frozenset(topic for topic, rule in _RULES.items() if rule.search(low))
