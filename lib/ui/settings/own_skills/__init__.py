"""My skills: those that stand, and five ways to say more; nothing typed is lost."""

from lib.ui.settings.own_skills.mine import my_skills

__all__ = ["my_skills"]
