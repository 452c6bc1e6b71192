"""The words of such orders, in one voice: what stands around them, what names a text."""

from __future__ import annotations

from bot.analysis.reading.lexicon import word_list

POLITE = word_list("""
    please kindly hen pal mate lol haha ha dear love doll son jeez ffs x xx xo cheers thanks ta sry
    actually honestly just simply sir madam ma'am maam haw akshully actualy actully acshly pleaz
    pray hereby ffs atm pleese maybe perhaps possibly mibbe definitely really completely totally
    surely fully acually acctually altogether entirely soz
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
    section piece stuff entry text observation observations clause clauses wording
""")
"""What somebody calls a piece of text."""

MENTION = word_list("reference references mention mentions")
"""What somebody calls the words for a thing: they and what leads to them."""

SENTENCE = word_list("sentence sentences line lines")
WORD = word_list("word words")


def _meant(lines: str) -> dict[str, str]:
    """Return what each word means, by lines of *what is meant: the words for it*."""
    parted = [line.partition(": ") for line in lines.split("; ")]
    return {word: meant.strip() for meant, _, words in parted for word in words.split()}


NUMBERS = {word: int(n) for word, n in _meant("2: two 2 twa couple; 3: three 3; 4: four 4").items()}
TWICE = word_list("twice repeated duplicated doubled duplicate repeats")
"""One of these says that a line is there more than once."""

NTH = {
    word: int(at)
    for word, at in _meant("0: first 1st; 1: second 2nd; 2: third 3rd; 3: fourth 4th").items()
}

POINTS = (
    word_list("""
    it that this them they these those thats its that's it's one ones yin latest newest last final
""")
    | TEXT
)
"""One of these is in what names the newest words."""

WHO = word_list("i we she he they it you")
"""What begins with one of these tells something: “I wrote the rota”."""

MANY = word_list("them both these those everything anything none")

ODD = _meant(
    "back: bk; in: inside; off: aff; out: owt; show: sho; leave: leev lea lev; delete: del dilete; "
    "remove: rmv; first: 1st; second: 2nd; third: 3rd; swap: swop; sentence: sentance sentense; "
    "sentences: sentances; the: da; take: tack tayk; please: plese plse; "
    "complaint: cmplaint; should: shd shud; could: cd cld; both: baith; does: dus doz diz; "
    "answer: ans anser"
)
"""Spellings that mean this in an order to the coach, and may mean another thing elsewhere."""

TYPED = word_list("""
    take out put back move bit line part delete remove leave show swap first last keep drop sentence
    want everything after under into management leadership situation overlap the and you that there
    can could please bring undo shift want what with said about to it of in answer round places
""")
"""Words of orders that are known although two letters changed places, or a vowel is missing."""

WORDS_THEMSELVES = word_list("und lin int three sad sid prat cold lave abut")
"""What would be one of these, and is a word by itself."""

KINDS = _meant(
    "complaint: complaint moan rant grumble objection complaining moaning protest; "
    "question: question questions query doubt doubts; name: name names surname; "
    "twice: repeat duplicate double copy repetition twice; "
    "private: private personal confidential"
)
"""What somebody calls words by what they are for."""

LITTLE = word_list("""
    the a an my your that this these those it its it's that's them they all both none bit bits part
    parts pairt line lines sentence sentences word words message messages one ones last latest
    newest first end whole entire very answer answers said say says saying wrote written write put
    about of in on from with thing stuff what where i just only as well too again was is not no
    private wasn't isn't asking asked question you record statement at me told tell when who how
    for did do so am are been be personal remark remarks comment comments reference references
    mention mentions mentioned mentioning to any have had has paragraph passage phrase section
    piece entry text clause clauses wording final observation observations yon yin because cos he
    she we his her their our were there i've i'm and or beginning ending which being having getting
    some every typed n an plus also then now don't want happened happens regarding concerning out
    please off away i'd wee deleted removed nae real anything
""")
"""These tell no piece from another, where others do."""

THINGS = word_list("record question answer statement text story stuff page")
"""Of these, those that may be what a clause tells of."""

_SAME = """
he him his he's himself; she her hers she's herself; they them their they're themselves;
mum mother mam mammy mummy mom maw mither mums mum's; dad father da daddy dads dad's faither;
girl lassie lass; man bloke fella;
boss manager gaffer supervisor boss's; wife partner husband missus; arm airm arms airms;
die died dies dying dyin dead deid death passed;
kid child wean bairn kids children weans bairns
"""
SAME = {word: tuple(some.split()) for some in _SAME.split(";") for word in some.split()}
"""Words that tell of the same."""

INSTEAD = {
    word: SAME[who]
    for word, who in _meant(
        "he: man boy lad gentleman laddie son husband; she: woman lady girl lassie wifie daughter "
        "wife; they: people residents family others kids children"
    ).items()
}
"""“The man” is told by “he”, where no sentence has that word."""
