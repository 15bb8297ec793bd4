### duizhao 1 · content/welcome.md · en

welcome-to-the-322884 =
    Welcome to the meetup

## Welcome

welcome-b6cb8b =
    Welcome

the-doors-open-2d652f =
    The doors open at half past nine.
    Bring a friend and a laptop.

## Lunch

lunch-2c0141 =
    Lunch

lunch-is-served-90a81a =
    Lunch is served on the roof.
    Tell us by Friday if you eat no meat.
