### duizhao 1 · README.md · en → zh-CN

## duizhao

# en: duizhao
duizhao-387d07 =
    {""}
