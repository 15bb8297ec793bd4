### duizhao 1 · content/hall.md · en

getting-to-the-1ea49b =
    Getting to the hall: a short guide

how-to-find-4bf195 =
    How to find us

the-doors-open-085b74 =
    The doors open at **half past nine**.
    Where they are is shown on [the map](#the-map), and what happens behind them in [the programme](talks/programme.md#after-lunch).

## The map

the-map-9948ea =
    The map

the-way-from-2ffb98 =
    The way from the station

walk-about-3-57a198 =
    Walk about 3~5 minutes, past 7~8 shops.[^walk]

bring-water-it-4eb038 =
    Bring water, it is warm.

take-the-lift-1ed8ca =
    Take the lift.

ask-for-hall-830894 =
    Ask for `Hall B`:

left-6abcea =
    left,

then-right-ba7fd9 =
    then right.

door-35753b =
    Door

opens-d14fc2 =
    Opens

north-ad9026 =
    North

south-which-is-432bbd =
    South, which is the one for speakers and for everybody with much luggage

## Questions & answers

questions-answers-449148 =
    Questions & answers

write-to-the-873f4a =
    Write to [the organisers][mail].
    "1+1>2" is how we work, and a < b.

## The map

the-map-9948ea-2 =
    The map

a-second-heading-8066cc =
    A second heading of the same name.

with-luggage-it-664a76 =
    With luggage it takes longer.
