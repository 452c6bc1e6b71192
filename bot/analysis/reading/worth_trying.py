"""Which dear patterns are worth trying: each finds only what holds one of a few words.

Most clauses hold none. That a pattern finds nothing without its words is a property, proved in
``tests/analysis/reading/test_worth_trying.py``: who changes a pattern changes its words here.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.reading.lexicon import Lexicon

_WORDS = Lexicon("""
modest: would wid wad could d any anyone anybody anywan what whit job work training routine nothing
    naething nothin nohin nowt common normal big much anything as lot really none nobody naebody
    manager managers boss bosses senior seniors place leader management leadership leading managing
    call say lead led manage managed only just that thats leave left lea
before: was wis wur were is been are got kept wasn wasnt weren werent same bad could couldn couldnt
    cudnae couldnae ringin ringing stopped error errors fall falls complaint complaints mistake
    mistakes fight fights incident incidents accident accidents problem problems flu norovirus covid
    fit bug stroke missing mad mental wrong broke broken speaking talking would wouldn wouldnt
    widnae refused refusing want* choked fallen collapsed slipped like* eat* let* take* tak*
    speak* sleep* trust* listen* screamed shouted raging wound complaining moan* complain* argu*
    wur become begun started stertit turned knew kent used read cared hid before afore squabbl*
    bicker* grumbl* queu* girn* had hud reason
    problem trouble issue bother worry lost have didna wouldna widna wasna wisna
beside: did done do dae since when whan fan while whilst whenever if once before afore after
    as at on in by never not wisnae
    didn didnt didnae don dont donae wasn wasnt wasnae weren werent werenae couldn couldnt couldnae
    wouldn wouldnt wouldnae haven havent havenae didna couldna wouldna wasna werena dona havena
    dinna nothing naething
    guess lol haha way with wi till until
    til to tae that where moment time place bit part
company: told telt talk* chat* spoke blethered speak held hold holding stroked rubbed sang hummed
    cuddle cuddled cuddles hug hugs hugged read encouraged blanket pillow slippers cup hot
role: am im m
told_me: me us told telt asked askit
taught: how hoo taught teach trained learn*
did_it: it that this
made_peace: mediat* quarrel* fell fallen falling row fight argument arguing fighting
counted: count* coont* timed tallied
looked_after: resident* tenant* client* lady ladies men man woman women boy boys bys by girl*
    lad lads kids child children bairn* wean* pupil* patient* service
asked_what: ask asked asks askit askt
only_told: gave gied handed ask asked askit askt tell told telt tellt rang phoned call called texted
    emailed inform informed spoke speak talked went go passed mentioned
spoke_up: up suggest suggested why
told_why: why what whit
told_wait: wait waits waiting delay delays delayed late behind sorry
could_do_it: could can pick choose decide
state: need* want* like likes liked love loves loved hate hates hated know knows knew think thinks
    thought believe believes seem* feel feels felt see tell terrified scared feart frightened
    grateful thankful glad lucky
    nervous worried upset angry sad lost lonely tired shy ill unwell happy proud raging
offered: said says sed
belief: understand understood think hink believe reckon guess suppose hope hoped wish wished
record: wrote rote write noted logged recorded jotted marked kept filled
more_people: manager senior boss office deputy supervisor coordinator agency bank
asked: ask asked asks askit askt get got gets
asked_after: how hoo
praised: what well weel good great grand how
refused: said says sed say for fur against set
which_time: night nite nicht day shift week month visit time year morning
myself: myself masel mysel maself
stood_up: up
away: off leave holiday holidays maternity hospital unwell poorly isolating wel well wee* away
    sorry apologies
""")


def worth_trying(words: Sequence[str]) -> set[str]:
    """Return the names of the patterns that may find something among words in small letters.

    A pattern's word may stand behind an apostrophe: both sides of one are looked at.
    """
    parts = [part for word in words if "'" in word for part in word.split("'")]
    return _WORDS.names_in([*words, *parts] if parts else words)
