"""Words that several kinds of identifier look at."""

from __future__ import annotations

import re

from bot.analysis.identifiers.plain_text import word_set

CALENDAR = re.compile(
    r"(?:jan|febr?)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|\w+day"
    r"|tomorrow|morning|afternoon|evening|night|[ap]m|christmas|easter|hogmanay"
)

TITLE = re.compile(r"(?i)\b(?:mr|mrs|ms|miss|mx|dr)\.? ?$")

WORD = re.compile(r"(?<!\w)[^\W_]+(?:['-][^\W_]+)*")

# Known in small letters too, and at the start of a sentence; only names that are no other word.
FIRST_NAMES = word_set(
    "agnes alice andrew angus anna anne annie archie betty brian charles chris david doris dorothy"
    " douglas elizabeth elsie emily emma ethel fiona george gladys hannah helen ian irene isabel"
    " james jane janet jean jenny jessie jimmy joan john joyce karen kevin lewis lisa lucy margaret"
    " maria mary maureen michael moira morag nancy paul peggy peter phyllis robert ruby ruth sadie"
    " sandra sarah senga sheila susan thomas tom wendy william willie"
)

ORDINARY = word_set(
    "a an i it he she we you they me him them us this that these those there here what when then"
    " if but so or not no by over off out all both one two some any each every most only just also"
    " after before near went came go had have did found fell sat met left took put walk please"
    " people person resident residents staff carer carers nurse nurses child children kids lady man"
    " men woman women gentleman someone somebody nobody everyone anyone mum dad gran family visitor"
    " manager senior lead worker team tenant client min mins minute minutes hour hours day days"
    " week weeks month months year years mile miles ml x times other different same my the new old"
    " big wee small long short busy main quiet good own tea breakfast lunch dinner alarm bell light"
    " fire bed door window hoist leak meeting bus handover wing unit ground first floor lodge house"
    " home ward suite view lounge group class covid in from of at to into on is was has her his our"
    " and with for where"
)
