### duizhao 1 · content/hall.md · en → zh-CN

# en: Getting to the hall: a short guide
getting-to-the-1ea49b =
    如何抵达会场：简明指南

# en: How to find us
how-to-find-4bf195 =
    怎样找到我们

# en: The doors open at **half past nine**.
# en: Where they are is shown on [the map](#the-map), and what happens behind them in [the programme](talks/programme.md#after-lunch).
the-doors-open-085b74 =
    大门**九点半**开放。
    大门的位置见[地图](#the-map)，会场内的安排见[议程](talks/programme.md#after-lunch)。

## The map

# en: The map
the-map-9948ea =
    地图

# en: The way from the station
the-way-from-2ffb98 =
    从车站出发的路线

# en: Walk about 3~5 minutes, past 7~8 shops.[^walk]
walk-about-3-57a198 =
    步行约 3~5 分钟，途经 7~8 家店铺。[^walk]

# en: Bring water, it is warm.
bring-water-it-4eb038 =
    天气炎热，请自备饮水。

# en: Take the lift.
take-the-lift-1ed8ca =
    请乘坐电梯。

# en: Ask for `Hall B`:
ask-for-hall-830894 =
    前往 `Hall B`：

# en: left,
left-6abcea =
    先左转，

# en: then right.
then-right-ba7fd9 =
    再右转。

# en: Door
door-35753b =
    大门

# en: Opens
opens-d14fc2 =
    开放时间

# en: North
north-ad9026 =
    北门

# en: South, which is the one for speakers and for everybody with much luggage
south-which-is-432bbd =
    南门，供演讲嘉宾和携带大件行李的来宾使用

## Questions & answers

# en: Questions & answers
questions-answers-449148 =
    常见问题

# en: Write to [the organisers][mail].
# en: "1+1>2" is how we work, and a < b.
write-to-the-873f4a =
    请联系[主办方][mail]。
    我们追求的是**“1+1>2”**的效果，并且 a < b。

## The map

# en: The map
the-map-9948ea-2 =
    地图

# en: A second heading of the same name.
a-second-heading-8066cc =
    另一个同名的标题。

# en: With luggage it takes longer.
with-luggage-it-664a76 =
    携带行李时需要更多时间。
