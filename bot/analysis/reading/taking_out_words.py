"""The words of orders to leave words out: what orders, what stands around it, what names a text."""

from __future__ import annotations

from bot.analysis.patterns import lazy
from bot.analysis.reading.lexicon import word_list

OF_IT = (
    r"(?: (?:of|o|oot|from|frae|in) (?:it|that|this|there|"
    r"(?:(?:my|ma|the|management|leadership) ?)?(?:answers?|statement|badge|form|thing|record|text)"
    r"|my|ma|the))?"
)
ORDER = lazy(
    r"(?P<before>(?:\w+ )*?)(?:"
    r"(?:take|tak|leave|leav|leev|lea|get|cut|strike|cross|rub|pull) (?:(?P<out>.{1,80}?) )?"
    rf"(?:out|oot|off|aff|away|awa){OF_IT}(?: (?P<after>.{{1,80}}))?"
    r"|(?:delete|del|remove|erase|wipe|scrap|scrub|drop|lose|bin|ditch|undo|get rid of|"
    r"omit|withdraw|expunge|excise)"
    r"(?: (?P<gone>.{1,80}))?"
    rf"|(?:strike|cut|cross|rub) (?P<struck>(?:the |that |those |these )?"
    r"(?:last |first |whole |two |three |very )*(?:words?|sentences?|lines?)(?: .{1,60}?)??)"
    rf"{OF_IT}"
    r"|(?:dont|dinnae|donae|do not|didnt|never|no to|not to|no tae|no tae) (?:want|put|pit|need|"
    r"include|have|keep|use) (?P<unwanted>.{1,60}?) (?:in|there)(?: (?:it|there|at all|"
    r"(?:my|the) \w+))?"
    r"|(?:dont|dinnae|do not|didnt) want to be in (?P<place>.{1,40})"
    rf"|(?:want|wanted|need|wish|like) (?P<wanted>.{{1,60}}?) (?:to be )?(?:out|oot|gone|away|"
    rf"deleted|removed|left out|taken out|struck out|struck|erased|withdrawn|omitted){OF_IT}"
    r"|(?:(?:you|u|ye|youve|uve|yous) )?still (?:got|have|has|hae|kept) (?P<kept>.{1,60}?) "
    r"(?:in|there|ther)(?: (?:it|there))?"
    r"|(?P<still>.{1,60}?) (?:is |are )?still (?:there|ther|in|in there|in it)"
    rf"|(?P<named>.{{1,60}}? (?:bit|line|part|sentence|message)s?) (?:out|oot|has to go|must go|"
    rf"should go|shall go){OF_IT}"
    r")"
)
FROM_IT = lazy(
    r"\b(?:out|oot|away|off) (?:of|from|frae) (?:my |ma |the )?"
    r"(?:answers?|statement|badge|record|text)\b"
)
"""What says of an order without an object what it is about."""

COMPLAINTS = ("kept", "still")
"""What is said of an order that was not done: by itself it tells how things are."""

AROUND = word_list("""
    ok okay no naw nah nope yes aye yeah yep please pls plz right just jist now noo then so well oh
    och ach hen pal hey hi coach can could will would you ye u yous i ah want need to tae said sed
    say told tell asked like already again three two four times twice sake for god gods jeez ffs omg
    me thanks thank ta im am sorry but and also actually wait first though asap the a as too mate
    lol haha why do does keep get got kindly would should must be good kind enough
""")
"""What may stand around an order, and changes nothing of it."""

BEFORE = word_list("times already again twice yes told")
"""One of these is in “i told you three times to drop it”."""

POINTS = word_list("""
    it that this them they these those thats its bit bits line lines part parts sentence message
    remark remarks comment comments
    messages one last latest newest words sentences
""")
"""One of these is in what names the newest words."""

SENTENCE = word_list("sentence sentences line lines")
NUMBERS = {"two": 2, "2": 2, "twa": 2, "couple": 2, "three": 3, "3": 3, "four": 4, "4": 4}
ABOUT = frozenset(("about", "aboot"))
"""What makes “that about my mother” the name of a text."""
TEXT = word_list("""
    bit bits line lines part parts pairt sentence sentences message words thing remark remarks
    comment comments reference references mention mentions
""")
WHO = word_list("i ah we she he they it you ye")
"""What begins with one of these tells something: “I wrote the rota”."""

MANY = word_list("them all both these those everything none")
PLAIN = word_list("""
    the a an ma my your that this these those it its thats them they all both none bit bits part
    parts pairt line lines sentence sentences word words message messages one ones last latest
    newest first end whole very answer answers said say wrote put about aboot of in on from with
    thing stuff what whit where i ah just only as well too please again was is not o private
    wasnt isnt wasnae isnae asking asked question you
    record statement
    personal remark remarks comment comments reference references mention mentions to any
""")
"""These tell no piece from another."""

MAY_BE = word_list("""
    out oot off aff away awa strike cut cross rub scratch delete del remove erase wipe scrap scrub
    drop lose bin ditch
    undo rid gone in go there ther deleted removed
    struck erased withdrawn omitted omit withdraw expunge excise
""")

OF_THE_TEXT = lazy(
    r"\b(?:that|what|whit|where) (?:i|ah)(?:'ve| have| ve)? (?:\w+ )?(?:written|wrote|put|typed)\b"
    r"|\b(?:know|recogni[sz]e|ken|tell) (?:who|her|him|them|it'?s|its)\b"
)
"""Why something shall go: “I see that I have written …”, “her man will know her at once”."""
