### duizhao 1 · content/rooms.md · en

## Rooms

rooms-090520 =
    Rooms

hall-a-holds-a3e9e6 =
    Hall A holds 200 people.
    Hall B is for workshops.
