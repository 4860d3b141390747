"""What a clause of notes seems to be about: a probability for each kind of finding."""

import re
from dataclasses import dataclass

from lib.notes.cues import TOPICS, about
from lib.notes.pieces import Piece
from lib.notes.ranker import probability
from lib.notes.tokens import Token, stem, tokens

KINDS = ("skills", "training", "salaries", "upsides", "downsides", "steps", "outlook", "people")

_SIGNS = {
    "money": r"[$€£¥₹]|\b(?:k|grand|bucks|euros?|pounds|dollars|usd|eur|gbp|chf|lakh|lpa)\b|\d\s?k\b",
    "hourly": r"\b(?:an|per|a|each|/)\s?(?:hour|hr|day|week|month|year|annum)|/ ?(?:hr?|d|day|week|mo|yr)\b|annually|yearly|monthly|p\.a",
    "months": r"\b(?:\d+|an?|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen)[- ](?:more )?(?:weeks?|months?|years?|yrs?|mos?|hours?|semesters?)\b|\d\+? ?(?:yrs?|mos?)\b",
    "bignumber": r"\d{2}[ ,.']?\d{3}|\d{2,}k",
    "number": r"\d",
    "never": r"\b(?:never|nobody|no one|none|no|not|without|nothing|lack\w*)\b|n't\b",
    "always": r"\b(?:always|every|all|constantly|each|endless\w*)\b",
    "you": r"\b(?:you|your|i|my|we|he|she|they)\b",
    "body": r"\b(?:backs?|knees?|feet|legs?|wrists?|neck|eyes?|shoulders?|hands?|lungs?|body|hips?|elbows?|fingers?|thumbs?|sleep|burns?|cuts|ache\w*|pain\w*|hurts?|kill\w*|injur\w*|sore|tired|exhaust\w*|stress\w*|burn(?:ed|t)? ?out|burnout)\b",
    "weather": r"\b(?:rain|cold|heat|hot|wet|snow|wind|winter|summer|dust|smell|noise|loud|dirty|filth\w*|fumes|freez\w*)\b",
    "hours": r"\b(?:weekends?|nights?|evenings?|overtime|shifts?|on[- ]call|holidays?|christmas|early|late|midnight|\d ?[ap]m|a\.m|hours|unsocial|sundays?|saturdays?|birthdays?|pager)\b",
    "people": r"\b(?:people|clients?|customers?|patients?|colleagues?|team|crew|boss|managers?|kids|parents|guests|neighbou?rs|doctors|owners?)\b",
    "rude": r"\b(?:rude|yell\w*|shout\w*|scream\w*|angry|complain\w*|lie|lies|blam\w*|ungrateful|difficult|demanding|nagging|politics|bureaucra\w*|paperwork|red tape|meetings|quotas?|targets|deadlines?|pressure|insurance|boring|tedious|repetitive|monoton\w*|lonely|isolat\w*|alone|lonel\w*)\b",
    "glad": r"\b(?:love\w*|enjoy\w*|happy|thank\w*|smil\w*|proud|free|freedom|flexib\w*|remote|from home|creative|rewarding|fun|satisf\w*|fulfil\w*|meaning\w*|difference|grateful|appreciat\w*|beautiful|peace\w*|independen\w*|own boss|variety|different|pension|benefits|perks|stable|secure|security|friendly|supportive|respect\w*|trust\w*|autonomy|outdoors|outside|fresh air|nature|learn\w*)\b",
    "loss": r"\b(?:layoffs?|laid off|cut\w*|lose|losing|lost|miss|fired|unstable|insecur\w*|contracts?|temporary|seasonal|no work|low pay|poor pay|underpaid|pay is|burden|debt|loans?|die|dies|died|death|dying|danger\w*|risk\w*|afraid|fear)\b",
    "grows": r"\b(?:grow\w*|boom\w*|short(?:age)?|hiring|hire|demand|more work|recruit\w*|retir\w*|crying for|beg\w*|vacanc\w*|expand\w*|openings|desperate\w*|can't find|cannot find|enough (?:people|of us)|looking for people|mad busy|explod\w*)\b",
    "shrinks": r"\b(?:shrink\w*|declin\w*|dying out|dying|clos\w*|fewer|less|gone|disappear\w*|layoffs?|freeze|frozen|cuts?|outsourc\w*|replac\w*|slow\w*|dried up|drying up|quit|killed|redundan\w*|hard to get)\b",
    "changes": r"\b(?:ai|automation|automat\w*|robots?|software|online|digital|cloud|chatbots?|machines?|changing|changes?|shift\w*|self-service|evs?|electric|driverless|platforms?)\b",
    "steady": r"\b(?:steady|stable|flat|same|always (?:be|need\w*|houses|babies)|stays?|constant|ok market|never goes away)\b",
    "future": r"\b(?:will|future|years from|in (?:five|ten|\d+) years|market|jobs?|field|industry|next year|by 20\d\d|demand|trade)\b",
    "school": r"\b(?:degree|bachelor\w*|master\w*|phd|diploma|certificat\w*|certs?|licen[cs]\w*|course|school|college|university|uni|bootcamp|apprentic\w*|academy|class|classes|exams?|training|trained|self[- ]taught|taught (?:himself|herself|myself|themselves)|taught|studied|study|ticket|nvq|bsc|ba|bs|msc|ma|mba|mph|program|programme|internship|intern\w*|learned|learnt|ausbildung|lehre|semester|credits|registration|qualified|qualification|gcse|a-levels|btec|hnc|hnd|pgce|cdl|rn|board)\b",
    "arrow": r"->|→|>|then",
    "meet": r"\b(?:talk to|speak (?:to|with)|meet|call|contact|email|e-mail|ask for|ring|write to|get in touch|reach out|introduce\w*|number of|put me in touch|connect)\b",
    "need": r"\b(?:need\w*|must|have to|has to|had to|gotta|got to|able to|good at|know how|should|require\w*|essential|important|key|crucial|matters?|skills?|look for|comfortable|ability|learn to|can't do (?:it|this)|you'd|takes?|helps?|useful|a plus|bonus|handy|nice to have|daily)\b",
    "quoted": r"[\"\u201c\u201d]",
    "ask": r"\?$",
}
_RULES = {name: re.compile(rule, re.IGNORECASE) for name, rule in _SIGNS.items()}
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its words, the signs that hold in it, and how likely each kind is."""

    piece: Piece
    words: list[Token]
    signs: frozenset[str]
    likely: dict[str, float]


def judged(piece: Piece, before: "Judged | None") -> Judged:
    """The piece as the trained weights see it."""
    words = tokens(piece.text, piece.start)
    signs = frozenset(name for name, rule in _RULES.items() if rule.search(piece.text))
    features = features_of(piece, words, signs, before)
    likely = {kind: probability(kind, features) for kind in KINDS}
    return Judged(piece, words, signs, likely)


def features_of(
    piece: Piece, words: list[Token], signs: frozenset[str], before: Judged | None
) -> list[str]:
    """What tells the kind of a clause: its words and signs, what heads it, what stood before."""
    context = piece.context
    found = [f"sign={sign}" for sign in signs]
    found += [f"head={topic}" for topic in context]
    found += [f"label={topic}" for topic in about(piece.label)] if piece.label else []
    lows = [word.low for word in words[:MOST_WORDS]]
    stems = list(dict.fromkeys(stem(low) for low in lows if low[0].isalpha()))
    found += [f"w={one}" for one in stems]
    found += [f"b={a} {b}" for a, b in zip(lows[:3], lows[1:4], strict=False)]
    found += [f"in={topic}" for topic in TOPICS if topic in about(piece.text)]
    found.append(f"first={lows[0] if lows else ''}")
    found.append(f"bullet={piece.bullet[:1]}")
    found.append(f"long={min(4, len(words) // 4)}")
    found.append("labelled" if piece.label else "headed" if piece.heading or piece.asked else "bare")
    if piece.label:
        found.append(f"l={piece.label.lower()}")
    if before is not None:
        same = "same" if before.piece.line == piece.line else "new"
        best = max(before.likely, key=before.likely.__getitem__)
        if before.likely[best] > 0.5:
            found.append(f"after={best} {same}")
    if piece.asker:
        found.append("asker")
    return found
