### duizhao 1 · content/talks/programme.md · en → zh-CN

# en: Programme
programme-5ce80c =
    议程

# en: Back to [the guide](../hall.md).
back-to-the-7de10e =
    返回[指南](../hall.md)。

## Before lunch

# en: Before lunch
before-lunch-f836ce =
    午餐之前

# en: Opening speeches.
opening-speeches-19bd0b =
    开幕致辞。

## After lunch

# en: After lunch
after-lunch-94de44 =
    午餐之后

# en: Six talks.
# en: The way to the hall is on [the map](../hall.md#the-map).
six-talks-the-902f0a =
    六场演讲。
    前往会场的路线见[地图](../hall.md#the-map)。

# en: The way from the station
the-way-from-2ffb98 =
    从车站出发的路线
