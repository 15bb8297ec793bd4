### duizhao 1 · content/activity.md · zh-CN → en

## 活动安排

# zh-CN: 活动安排
heading-25ca58 =
    Schedule

# zh-CN: 上午九点签到，请携带身份证。
# zh-CN: 活动地点在鹏城实验室，乘地铁 5 号线可达。
paragraph-5-5a3a5e =
    Registration opens at nine in the morning; please bring your ID card.
    The event takes place at Pengcheng Lab, which you can reach by metro line 5.
