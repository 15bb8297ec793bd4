### Terms of the event and of this repository. docs/glossary.md says what the attributes mean.

# Also known as Peng Cheng Laboratory.
-pengcheng-lab = 鹏城实验室
    .en = Pengcheng Lab
    .kind = org

# OpenI stays in Latin letters.
-openi-community = OpenI 启智社区
    .en = OpenI Community
    .forbidden = 奇智
    .kind = org

# The same community: Qizhi is the sound of 启智.
-openi-qizhi-community = OpenI 启智社区
    .en = OpenI Qizhi Community
    .forbidden = 奇智
    .kind = org

# Called LF AI until autumn 2020.
-lf-ai-data-foundation = LF AI & Data 基金会
    .en = LF AI & Data Foundation
    .kind = org

-lf-ai-data = LF AI & Data
    .en = LF AI & Data
    .dnt = yes
    .kind = org

-linux-foundation = Linux 基金会
    .en = Linux Foundation
    .kind = org

# Chinese names of the series vary, so the Latin one stays, with the city behind it.
-lf-ai-data-day = LF AI & Data Day
    .en = LF AI & Data Day
    .dnt = yes
    .kind = org

-huawei = 华为
    .en = Huawei
    .kind = org

-tencent = 腾讯
    .en = Tencent
    .kind = org

-baidu = 百度
    .en = Baidu
    .kind = org

# The short form is for later mentions.
-zte = 中兴通讯
    .en = ZTE
    .also = 中兴
    .kind = org

-didi = 滴滴
    .en = Didi
    .also = 滴滴出行
    .kind = org

-zilliz = Zilliz
    .en = Zilliz
    .dnt = yes
    .kind = org

# A nickname, and the one the recap uses.
-starlord = 星爵
    .en = Starlord
    .kind = person

-charles-xie = 星爵（Charles Xie）
    .en = Charles Xie
    .kind = person

-zhipeng-huang = 黄之鹏
    .en = Zhipeng Huang
    .kind = person

-gao-wen = 高文
    .en = Gao Wen
    .kind = person

-ibrahim-haddad = Ibrahim Haddad
    .en = Ibrahim Haddad
    .dnt = yes
    .kind = person

# The Chinese name came after the event.
-mindspore = MindSpore
    .en = MindSpore
    .dnt = yes
    .kind = project

# Either name alone will do after the first mention.
-paddlepaddle = 飞桨（PaddlePaddle）
    .en = PaddlePaddle
    .kind = project

-milvus = Milvus
    .en = Milvus
    .dnt = yes
    .kind = project

# A platform, not an angel.
-angel = Angel
    .en = Angel
    .forbidden = 天使
    .dnt = yes
    .kind = project

-adlik = Adlik
    .en = Adlik
    .dnt = yes
    .kind = project

-edl-elastic-deep-learning = EDL（弹性深度学习）
    .en = EDL (Elastic Deep Learning) | EDL | Elastic Deep Learning
    .kind = project

-onnx = ONNX
    .en = ONNX
    .dnt = yes
    .kind = project

-horovod = Horovod
    .en = Horovod
    .dnt = yes
    .kind = project

-github = GitHub
    .en = GitHub
    .dnt = yes
    .kind = project

-shenzhen = 深圳
    .en = Shenzhen
    .kind = place

-hong-kong = 香港
    .en = Hong Kong
    .kind = place

-nov-7-2020 = 2020 年 11 月 7 日
    .en = Nov. 7, 2020
    .kind = date

-chair-of-the-governing-board = 董事会主席
    .en = Chair of the Governing Board
    .kind = title

-governing-board = 董事会
    .en = Governing Board
    .kind = title

-executive-director = 执行董事
    .en = Executive Director
    .kind = title

-senior-algorithm-engineer = 高级算法工程师
    .en = senior algorithm engineer
    .kind = title

-open-source-community-operation-leader = 开源社区运营负责人
    .en = open source community operation leader
    .kind = title

-representative = 代表
    .en = representative
    .kind = title

-maintainer = 维护者
    .en = maintainer
    .kind = title

-contributor = 贡献者
    .en = contributor
    .kind = title

-developer = 开发者
    .en = developer
    .kind = title

-recap = 活动回顾
    .en = recap
    .also = 精彩回顾 | 回顾
    .kind = event

-opening-speech = 开幕致辞
    .en = opening speech
    .kind = event

-keynote = 主题演讲
    .en = keynote
    .kind = event

-panel-discussion = 圆桌讨论
    .en = panel discussion
    .also = 圆桌论坛
    .kind = event

-audience = 线上线下观众
    .en = audience
    .context = online | offline
    .kind = event

-livestream = 直播
    .en = livestream
    .kind = event

-summit = 峰会
    .en = summit
    .kind = event

-tripartite-strategic-collaboration = 三方战略合作
    .en = tripartite strategic collaboration
    .kind = event

-ecosystem = 生态
    .en = ecosystem
    .also = 生态系统
    .kind = event

# A set phrase, in quotation marks.
-term-1-1-2 = “1+1>2”
    .en = 1+1>2
    .kind = phrase

-remarkable-day = 精彩纷呈的一天
    .en = remarkable day
    .forbidden = 非凡的日子
    .kind = phrase

-artificial-intelligence-ai = 人工智能（AI）
    .en = artificial intelligence (AI) | artificial intelligence | AI
    .forbidden = 人工智慧
    .kind = term

-open-source = 开源
    .en = open source
    .kind = term

-open-source-ai = 开源人工智能
    .en = open source AI
    .kind = term

-open-source-community = 开源社区
    .en = open source community
    .kind = term

-ai-native-programming = AI 原生编程
    .en = AI Native Programming
    .kind = term

-big-data = 大数据
    .en = big data
    .kind = term

-structured-data = 结构化数据
    .en = structured data
    .kind = term

-unstructured-data = 非结构化数据
    .en = unstructured data
    .kind = term

-federated-learning = 联邦学习
    .en = federated learning
    .kind = term

-deep-learning = 深度学习
    .en = deep learning
    .kind = term

-machine-learning = 机器学习
    .en = machine learning
    .kind = term

-training = 训练
    .en = training
    .context = model
    .kind = term

-inference = 推理
    .en = inference
    .kind = term

-framework = 框架
    .en = framework
    .kind = term

-distributed-training = 分布式训练
    .en = distributed training
    .kind = term

-vector-similarity-search = 向量相似度检索
    .en = vector similarity search
    .kind = term

-vector-database = 向量数据库
    .en = vector database
    .kind = term

-computing-power = 算力
    .en = computing power
    .kind = term

-algorithm = 算法
    .en = algorithm
    .kind = term

-data-privacy = 数据隐私
    .en = data privacy
    .kind = term

-data-silo = 数据孤岛
    .en = data silo
    .kind = term

-graduated-project = 毕业项目
    .en = graduated project
    .kind = term

-incubation-project = 孵化项目
    .en = incubation project
    .kind = term

-governance = 治理
    .en = governance
    .kind = term

-software = 软件
    .en = software
    .forbidden = 软体
    .kind = term

-information = 信息
    .en = information
    .kind = term

-server = 服务器
    .en = server
    .kind = term

-program = 程序
    .en = program
    .context = software
    .kind = term

-quality = 质量
    .en = quality
    .kind = term

-user = 用户
    .en = user
    .kind = term

-network = 网络
    .en = network
    .kind = term

-vp = 副总裁
    .en = VP | Vice President
    .kind = title
