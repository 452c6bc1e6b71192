"""Whole messages that turn a reminder down, or ask for no more of them. They are no answers."""

from __future__ import annotations

from bot.analysis.patterns import lazy

STOPS = lazy(
    r"(?:please\s+)?(?:stop(?:\s+(?:it|this))?|stop\s+(?:reminding|messaging|texting)\s+me"
    r"|no\s+more\s+(?:reminders?|messages?)|leave\s+(?:the|this)\s+group|unsubscribe)"
    r"(?:[ ,]+(?:please|thanks?))?"
)

DECLINES = lazy(
    r"(?:ok(?:ay)?|thanks?|thank\s+you|ok(?:ay)?[ ,]+thanks?|ta|no|no[ ,]+thanks?|never\s+mind"
    r"|not\s+(?:now|today|tonight)|(?:i'?m|i\s+am)?\s*(?:too\s+|so\s+|off\s+)?"
    r"(?:tired|sick|ill|busy|knackered|working|at\s+work)(?:\s+(?:now|today|tonight))?)"
    r"(?:[ ,]+(?:please\s+)?(?:stop|later))?"
)

_AWAY = (
    r"(?:still\s|now\s|currently\s|just\s)?"
    r"(?:off\s(?:sick|ill|work|poorly|with|on\s(?:sick|leave|holiday|maternity)|(?:un)?til[l]?"
    r"|for|this|next)"
    r"|on\s(?:(?:sick|annual|maternity|parental|compassionate|special|my)\s)?"
    r"(?:leave|holidays?|maternity)"
    r"|in\shospital|unwell|poorly|isolating|(?:not|no)\s(?:feeling\s)?we+ll?\b|signed\soff"
    r"|away\s(?:until?|till|this|next|on|for))\b"
)

AWAY = lazy(rf"\b(?:i\s?am|i'?m|im|am|been|we'?re|are)\s{_AWAY}")
"""Somebody is away: after a reminder a note to a person, and no answer. For small letters without
marks."""

I_AM_AWAY = lazy(
    rf"(?:\bi\s?am|\bi'?m|\bi'?ve\s(?:just\s)?been|\bi\shave\s(?:just\s)?been"
    rf"|^(?:sorry\s|hi\s|hello\s|hey\s)?am)\s{_AWAY}"
    rf"|^(?:(?:sorry|hi|hello|hey)\s(?:\w+\s)?)?{_AWAY}"
    r"|^(?:(?:hi|hello|hey)\s(?:\w+\s)?)?(?:sorry|apologies)\s(?:for\s(?:the|my|a)\s(?:late|slow|delay)"
    r"|(?:but\s)?(?:i\s)?(?:can'?t|cannot|canny|won'?t|couldn'?t)\s(?:be\sable\sto\s)?"
    r"(?:do|make|manage|come|get|finish|write|answer|reply)\b)"
)
"""Who writes is away now, or sorry that they cannot: a note to a person, also with no reminder
before it."""

LEAVES_IT = lazy(
    r"(?:no|nope|nah|none|no\sthanks?|never\s?mind|forget\sit|leave\sit|cancel|nothing|stop"
    r"|don'?t\sbother|not\snow|it'?s\s(?:ok|fine))(?:[ ,]+(?:thanks?|thank\syou|please))?"
)
"""Whole messages that say, where a time is asked for, that there shall be none."""
