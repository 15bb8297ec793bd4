### duizhao 1 · content/activity.md · zh-CN

## 活动安排

heading-25ca58 =
    活动安排

paragraph-5-5a3a5e =
    上午九点签到，请携带身份证。
    活动地点在鹏城实验室，乘地铁 5 号线可达。
