"""How well notes and pay phrases are read: `python -m tests.evaluation`.

Precision, recall and F1 by kind, on the texts that may be looked at and on those held out, of
which only the sums are ever printed.
"""

from tests.evaluation.marked import marked
from tests.evaluation.notes import scores
from tests.evaluation.pay import report


def main() -> None:
    """The table of notes, then the pay phrases."""
    for part in ("tuning", "held_out"):
        texts = marked(part)
        print(f"Notes, {part.replace('_', ' ')}: {len(texts)} texts")
        print(f"  {'':10}  precision  recall    F1   right  wrong  missed")
        for kind, score in scores(texts).items():
            shares = f"{score.precision:9.2f}  {score.recall:6.2f}  {score.f1:4.2f}"
            print(f"  {kind:10}  {shares}  {score.right:6}  {score.wrong:5}  {score.missed:6}")
    for part, told in report().items():
        right = f"{told['pay_right']} of {told['pay']} right"
        taken = f"{told['no_pay_taken']} of {told['no_pay']} taken for pay that are none"
        print(f"Pay phrases, {part.replace('_', ' ')}: {right}, {taken}")


if __name__ == "__main__":
    main()
