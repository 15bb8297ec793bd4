### duizhao 1 · content/rooms.md · en → ja

## Rooms

# en: Rooms
rooms-090520 =
    会場

# en: Hall A holds 200 people.
# en: Hall B is for workshops.
hall-a-holds-a3e9e6 =
    {""}
    {""}
