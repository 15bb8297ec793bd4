### duizhao 1 · content/welcome.md · en → zh-CN

# reviewed: Lan 29feafcb
# en: Welcome to the meetup
welcome-to-the-322884 =
    欢迎参加聚会

## Welcome

# reviewed: Lan ca6ecf6f
# en: Welcome
welcome-b6cb8b =
    欢迎

# reviewed: Lan 8d0f0c4e
# was 1d7e: The doors open at nine in the morning.
# en: The doors open at half past nine.
# reviewed: Lan c100168a
# en: Bring a friend and a laptop.
the-doors-open-2d652f =
    早上九点开门。
    请带上一位朋友和一台笔记本电脑。

## Lunch

# reviewed: Lan 0c61665a
# en: Lunch
lunch-2c0141 =
    午餐

# reviewed: Lan f344f2b8
# draft: memory 87%
# en: Lunch is served on the roof.
# en: Tell us by Friday if you eat no meat.
lunch-is-served-90a81a =
    午餐在屋顶供应。
    {""}
