"""The words of such orders, in one voice: what stands around them, what names a text."""

from __future__ import annotations

from bot.analysis.reading.lexicon import word_list

POLITE = word_list("""
    please kindly hen pal mate lol haha ha dear love doll son jeez ffs x xx xo cheers thanks ta
    actually honestly just simply sir madam ma'am maam haw akshully actualy actully acshly pleaz
    pray hereby ffs pleese maybe perhaps possibly mibbe definitely really completely totally surely
    fully acually acctually
""")
"""Words that are left away wherever they stand: they change nothing of an order."""

AROUND = word_list("""
    ok okay no naw nah nope yes aye yeah yep right now then so well oh och ach hey hi coach can
    could will would you i want to need said say told tell asked ask like i'd d already again too
    three two four times twice sake for god gods god's omg me am i'm sorry but and also wait first
    though tho asap the a as why do does must should be good enough only think we'd rather is it
    up listen look here hello gonna going may might shall let's let us have got if because in fact
    n an plus eh er erm um hmm aw whoops oops oh hold on hang or wait minute pain
    bother nuisance sorry nvm nevermind
    wish order both thank very much after all better obliged grateful of meant mean
""")
"""What may stand around an order, and changes nothing of it."""

AGAIN = word_list("times already again twice told")
"""One of these is in “i told you three times to drop it”."""

TEXT = word_list("""
    bit bits line lines part parts pairt sentence sentences message messages words word thing
    remark remarks comment comments reference references mention mentions paragraph passage phrase
    section piece stuff entry text observation observations
""")
"""What somebody calls a piece of text."""

SENTENCE = word_list("sentence sentences line lines")
WORD = word_list("word words")
NUMBERS = {
    **dict.fromkeys(("two", "2", "twa", "couple"), 2),
    **dict.fromkeys(("three", "3"), 3),
    **dict.fromkeys(("four", "4"), 4),
}
TWICE = word_list("twice repeated duplicated doubled duplicate repeats")
"""One of these says that a line is there more than once."""

NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}

POINTS = (
    word_list("""
    it that this them they these those thats its that's it's one ones yin latest newest last final
""")
    | TEXT
)
"""One of these is in what names the newest words."""

WHO = word_list("i we she he they it you")
"""What begins with one of these tells something: “I wrote the rota”."""

MANY = word_list("them both these those everything none")

ODD = {
    "bk": "back",
    "bak": "back",
    "inside": "in",
    "ther": "there",
    "aff": "off",
    "owt": "out",
    "sho": "show",
    "shw": "show",
    "leav": "leave",
    "leev": "leave",
    "lea": "leave",
    "del": "delete",
    "delet": "delete",
    "dilete": "delete",
    "remov": "remove",
    "rmv": "remove",
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "swop": "swap",
    "sentance": "sentence",
    "sentense": "sentence",
    "sentances": "sentences",
    "prt": "part",
    "da": "the",
    "tack": "take",
    "tayk": "take",
    "lev": "leave",
    "anser": "answer",
    "plese": "please",
    "pleas": "please",
    "plse": "please",
    "cmplaint": "complaint",
}
"""Spellings that mean this in an order to the coach, and may mean another thing elsewhere."""

TYPED = word_list("""
    take out put back move bit line part delete remove leave show swap first last keep drop sentence
    want everything after under into management leadership situation overlap the and you that there
    can could please bring undo shift want what with said about to it of in answer
""")
"""Words of orders that are known although two letters changed places, or a vowel is missing."""

WORDS_THEMSELVES = word_list("three sad sid prat cold lave abut")
"""What would be one of these, and is a word by itself."""

KINDS = {
    **dict.fromkeys(
        ("complaint", "moan", "rant", "grumble", "objection", "complaining", "moaning", "protest"),
        "complaint",
    ),
    **dict.fromkeys(("question", "questions", "query", "doubt", "doubts"), "question"),
    **dict.fromkeys(("name", "names", "surname"), "name"),
    **dict.fromkeys(("repeat", "duplicate", "double", "copy", "repetition", "twice"), "twice"),
}
"""What somebody calls words by what they are for."""

LITTLE = word_list("""
    the a an my your that this these those it its it's that's them they all both none bit bits part
    parts pairt line lines sentence sentences word words message messages one ones last latest
    newest first end whole very answer answers said say says saying wrote written write put about of
    in on from with thing stuff what where i just only as well too again was is not no private
    wasn't isn't asking asked question you record statement at me told tell when who how for did do
    so am are been be personal remark remarks comment comments reference references mention mentions
    mentioned mentioning to any have had has paragraph passage phrase section piece entry text final
    observation observations yon yin
    because cos he she we his her their our were there i've i'm and or beginning ending which
    being having getting
    some every typed n an plus also then now don't want happened happens
    regarding concerning out please off away i'd
""")
"""These tell no piece from another, where others do."""

HIM, HER = ("he", "him", "his", "he's", "himself"), ("she", "her", "hers", "she's", "herself")
THEM = ("they", "them", "their", "they're", "themselves")
SAME: dict[str, tuple[str, ...]] = {
    **{word: some for some in (HIM, HER, THEM) for word in some},
    **{
        word: some
        for some in (
            ("mum", "mother", "mam", "mammy", "mummy", "mom", "maw", "mither", "mums", "mum's"),
            ("dad", "father", "da", "daddy", "dads", "dad's", "faither"),
            ("boss", "manager", "gaffer", "supervisor", "boss's"),
            ("wife", "partner", "husband", "missus"),
            ("arm", "airm", "arms", "airms"),
            ("kid", "child", "wean", "bairn", "kids", "children", "weans", "bairns"),
        )
        for word in some
    },
}
"""Words that tell of the same."""

INSTEAD = {
    **dict.fromkeys(("man", "boy", "lad", "gentleman", "laddie", "son", "husband"), HIM),
    **dict.fromkeys(("woman", "lady", "girl", "lassie", "wifie", "daughter", "wife"), HER),
    **dict.fromkeys(("people", "residents", "family", "others", "kids", "children"), THEM),
}
"""“The man” is told by “he”, where no sentence has that word."""
