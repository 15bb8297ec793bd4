### duizhao 1 · README.md · en

## duizhao

duizhao-387d07 =
    duizhao
