### duizhao 1 · content/talks/programme.md · en

programme-5ce80c =
    Programme

back-to-the-7de10e =
    Back to [the guide](../hall.md).

## Before lunch

before-lunch-f836ce =
    Before lunch

opening-speeches-19bd0b =
    Opening speeches.

## After lunch

after-lunch-94de44 =
    After lunch

six-talks-the-902f0a =
    Six talks.
    The way to the hall is on [the map](../hall.md#the-map).

the-way-from-2ffb98 =
    The way from the station
