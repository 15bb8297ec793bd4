### duizhao 1 · content/rooms.md · en → zh-CN

## Rooms

# en: Rooms
rooms-090520 =
    会议室

# en: Hall A holds 200 people.
# en: Hall B is for workshops.
hall-a-holds-a3e9e6 =
    A 厅可容纳 200 人。
    B 厅用于工作坊。
