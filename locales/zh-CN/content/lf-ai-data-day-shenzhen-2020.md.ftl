### duizhao 1 · content/lf-ai-data-day-shenzhen-2020.md · en → zh-CN

# en: LF AI & Data Day Shenzhen recap: open source AI joins forces
lf-ai-data-455aed =
    LF AI & Data Day 深圳站活动回顾：开源人工智能凝聚合力

# en: Highlights from Pengcheng Lab in Shenzhen on 7 November 2020: a tripartite strategic collaboration, a panel discussion on communities and six afternoon talks.
highlights-from-pengcheng-b9d3f2 =
    2020 年 11 月 7 日，深圳鹏城实验室精彩看点：三方战略合作、聚焦社区建设的圆桌讨论，以及下午的六场演讲。

# en: Open source artificial intelligence (AI) had a remarkable day on **7 November 2020**, when LF AI & Data Day Shenzhen took place at Pengcheng Lab.
# en: It drew a large audience, online and offline alike.
# en: Talks and a panel discussion came from highly prestigious communities and organisations, among them Pengcheng Lab, the [OpenI Community](https://openi.org.cn/), the [LF AI & Data Foundation](https://lfaidata.foundation/), the MindSpore community, Huawei, Tencent, Baidu, ZTE, Zilliz and Didi.
open-source-artificial-67d21a =
    {"*"}*2020 年 11 月 7 日**，LF AI & Data Day 深圳站活动在鹏城实验室举行，为开源人工智能（AI）带来精彩纷呈的一天。
    活动吸引了众多线上线下观众。
    多家极具声望的社区与机构带来演讲和圆桌讨论，包括鹏城实验室、[OpenI 启智社区](https://openi.org.cn/)、[LF AI & Data 基金会](https://lfaidata.foundation/)、MindSpore 社区、华为、腾讯、百度、中兴通讯、Zilliz 和滴滴等。

# en: This recap follows the day from start to finish; for a quick look at who took the stage, jump to [the speakers](#speakers).
this-recap-follows-cd094b =
    这篇活动回顾依次梳理全天议程；如果想快速了解有哪些嘉宾登台，可直接查看[演讲嘉宾](#speakers)。

## Agenda at a glance

# en: Agenda at a glance
agenda-at-a-664f22 =
    议程一览

# en: Session
session-754e3f =
    时段

# en: Speaker
speaker-4368ee =
    演讲人

# en: Topic
topic-445618 =
    主题

# en: Morning
morning-b45ef3 =
    上午

# en: Representatives of Pengcheng Lab, the OpenI Community and the LF AI & Data Foundation
representatives-of-pengcheng-4403a7 =
    鹏城实验室、OpenI 启智社区和 LF AI & Data 基金会代表

# en: Opening speeches
opening-speeches-eb7e2d =
    开幕致辞

# en: Morning
morning-b45ef3-2 =
    上午

# en: Starlord
starlord-de71c2 =
    星爵

# en: Evolution of AI and big data
evolution-of-ai-79c6a4 =
    人工智能与大数据的发展历程

# en: Morning
morning-b45ef3-3 =
    上午

# en: Zhipeng Huang
zhipeng-huang-8399a7 =
    黄之鹏

# en: Recent achievements of MindSpore
recent-achievements-of-100310 =
    MindSpore 近期成果

# en: Morning
morning-b45ef3-4 =
    上午

# en: All guests
all-guests-9e8a72 =
    全体嘉宾

# en: Panel discussion
panel-discussion-ec1159 =
    圆桌讨论

# en: Afternoon
afternoon-6b9f61 =
    下午

# en: Ibrahim Haddad
ibrahim-haddad-480da9 =
    Ibrahim Haddad

# en: The open source ecosystem and the foundation
the-open-source-5516b9 =
    开源生态与基金会

# en: Afternoon
afternoon-6b9f61-2 =
    下午

# en: Dongwei Jiang
dongwei-jiang-8d81a9 =
    Dongwei Jiang

# en: Speech processing
speech-processing-1640a0 =
    语音处理

# en: Afternoon
afternoon-6b9f61-3 =
    下午

# en: Hai Jin
hai-jin-050051 =
    Hai Jin

# en: Unstructured data services and Milvus
unstructured-data-services-03c1cd =
    非结构化数据服务与 Milvus

# en: Afternoon
afternoon-6b9f61-4 =
    下午

# en: Wen Ouyang
wen-ouyang-988288 =
    Wen Ouyang

# en: Optimising Angel
optimising-angel-854ec6 =
    Angel 的优化

# en: Afternoon
afternoon-6b9f61-5 =
    下午

# en: Bo Tang
bo-tang-96af76 =
    Bo Tang

# en: Data security and federated learning
data-security-and-f8ad1e =
    数据安全与联邦学习

# en: Afternoon
afternoon-6b9f61-6 =
    下午

# en: Ti Zhou
ti-zhou-72c381 =
    Ti Zhou

# en: Deep learning practice with `PaddlePaddle/EDL`
deep-learning-practice-70820e =
    `PaddlePaddle/EDL` 深度学习实践

## Opening speeches

# en: Opening speeches
opening-speeches-eb7e2d-2 =
    开幕致辞

# en: Representatives of three organisations shared the opening speeches and rounded them off by announcing a collaboration.
# en: Pengcheng Lab, the OpenI Qizhi Community and the LF AI & Data Foundation are entering a **tripartite strategic collaboration**, meant to lend still more strength to open source AI worldwide.
representatives-of-three-d1a4a4 =
    三家机构的代表先后作开幕致辞，并在最后宣布了一项合作。
    鹏城实验室、OpenI 启智社区与 LF AI & Data 基金会将开展**三方战略合作**，进一步凝聚全球力量，共同推进开源人工智能。

# en: Starlord, Chair of the Governing Board of the LF AI & Data Foundation, used his opening speech to call 2020 extraordinary, and a good year for open source in China to start from.
# en: Tracing how AI and big data have evolved, he explained why the foundation is widening its scope from AI to AI and data: the world has moved on from structured data into the Internet era.
# en: Data on so huge a scale can only be processed and analysed with stronger open source cooperation, he said.
# en: He also called on more developers to become part of the LF AI & Data family and carry the open source movement forward.
starlord-chair-of-4885cf =
    LF AI & Data 基金会董事会主席星爵在开幕致辞中表示，2020 年是不平凡的一年，也是中国开源的良好起点。
    他梳理了人工智能和大数据的发展历程，并由此说明基金会为何要从人工智能拓展到人工智能与数据：世界已从结构化数据时代迈入互联网时代。
    他指出，要处理和分析如此庞大的数据，就必须加强开源合作。
    他还呼吁更多开发者加入 LF AI & Data 大家庭，共同推动开源运动向前发展。

## Morning session: MindSpore

# en: Morning session: MindSpore
morning-session-mindspore-846f3e =
    上午议程：MindSpore

# en: Zhipeng Huang, open source community operation leader of [MindSpore](https://www.mindspore.cn/), presented the project's latest achievements.
# en: Its code has been public only since the end of March 2020, yet the results are already brilliant.
zhipeng-huang-open-0899a8 =
    {"["}MindSpore](https://www.mindspore.cn/) 开源社区运营负责人黄之鹏介绍了该项目的最新成果。
    MindSpore 在 2020 年 3 月底才开源，如今已取得亮眼成绩。

# en: One hope stood out in Huang's speech: that working with the LF AI & Data Foundation and the OpenI Community will help build a new industry and ecosystem for AI Native Programming.
# en: The MindSpore community has also started the `MLWorkflow & Interop` committee inside the foundation, with the aim of creating a framework system for such programming.
one-hope-stood-a95cd8 =
    黄之鹏在演讲中着重谈到一个愿望：通过与 LF AI & Data 基金会和 OpenI 启智社区合作，推动建设全新的 AI 原生编程产业与生态。
    为构建 AI 原生编程框架体系，MindSpore 社区还在基金会内发起成立 `MLWorkflow & Interop` 委员会。

## Panel: building better communities

# en: Panel: building better communities
panel-building-better-6756da =
    圆桌讨论：共建更好的社区

# en: Late in the morning came the panel discussion, with every guest on stage.
# en: How do you build a better open source community?
# en: On the essentials, everyone was of one mind.
late-in-the-1cce69 =
    上午议程结束前，全体嘉宾一同登台，参加圆桌讨论。
    怎样才能更好地建设开源社区？
    在关键问题上，大家看法一致。

# en: In the panel's view, **open source means innovating with the outside world rather than by oneself**, and joining forces with others is how 1+1>2 comes true.
# en: The speakers added that an open source community spans the globe, and that greater technological innovation takes the strength of developers worldwide.
in-the-panels-5b6226 =
    圆桌嘉宾认为，**开源不是自我创新，而是外部创新**，与他人携手合作，能够实现“1+1>2”的效果。
    嘉宾们还指出，开源社区是全球性的社区，要借助全球开发者的力量，推动更大的技术创新。

## Afternoon talks

# en: Afternoon talks
afternoon-talks-8ad560 =
    下午演讲

## Linux Foundation: an open ecosystem

# en: Linux Foundation: an open ecosystem
linux-foundation-an-23a973 =
    Linux 基金会：开放生态

# en: Ibrahim Haddad, VP of the Linux Foundation, examined the ecosystem challenges that the open source community has to master.
# en: He also described in detail how the LF AI & Data Foundation has developed and what it plans next.
# en: His own commitment is to work hard on building and supporting an ecosystem of open source AI, data and analysis projects that is open and keeps growing.
ibrahim-haddad-vp-b3691a =
    Linux 基金会副总裁 Ibrahim Haddad 分析了开源社区面临的生态挑战。
    他还详细介绍了 LF AI & Data 基金会的发展历程和未来规划。
    他表示，将全力构建并支持一个由开源人工智能、数据和分析项目组成的生态，让它保持开放、不断成长。

## Didi: speech processing

# en: Didi: speech processing
didi-speech-processing-3a8b42 =
    滴滴：语音处理

# en: Dongwei Jiang, a senior algorithm engineer at Didi, spoke about speech processing research and its application in the field.
# en: Thanks to the unique acoustic models, language models and decoding of Athena, users can tackle more tasks, voice conversion and automatic speech recognition (ASR) among them.
dongwei-jiang-a-c8a4c7 =
    滴滴高级算法工程师 Dongwei Jiang 介绍了语音处理领域的研究与应用。
    凭借独特的声学模型、语言模型和解码技术，Athena 能帮助用户完成语音转换、自动语音识别（ASR）等更多任务。

## Zilliz: unstructured data

# en: Zilliz: unstructured data
zilliz-unstructured-data-6d2d60 =
    Zilliz：非结构化数据

# en: Hai Jin, R&D Director of Zilliz, reported how far the company has come with services for unstructured data.
# en: [Milvus](https://milvus.io/), an open source engine for similarity search across feature vectors on a massive scale, has done remarkably well since its code was opened.
# en: In April 2020, LF AI & Data[^name] took it in as an incubation project.
# en: To date Milvus counts **more than 400 enterprise users**, with individual users far more numerous still.
# en: Because Milvus is versatile and easy to use, Jin hopes to see it help even more companies put AI applications into practice.
hai-jin-r-9dd758 =
    Zilliz 研发总监 Hai Jin 分享了公司在非结构化数据服务方面的进展。
    {"["}Milvus](https://milvus.io/) 是一款面向海量特征向量的开源相似度检索引擎，开源以来成绩斐然。
    2020 年 4 月，该项目加入 LF AI & Data[^name]，成为孵化项目。
    迄今为止，Milvus 已拥有 **400 多家企业用户**，个人用户则更多。
    Hai Jin 希望，Milvus 能凭借其通用性和易用性，帮助更多企业落地 AI 应用。

## Tencent: the Angel platform

# en: Tencent: the Angel platform
tencent-the-angel-6c53e2 =
    腾讯：Angel 平台

# en: Wen Ouyang, a senior R&D engineer at Tencent, presented the latest work on optimising [Angel][angel].
# en: Tencent opened the code of this full-stack platform, whose functions support every stage of machine learning: feature engineering, model training, hyperparameter tuning and model serving.
# en: It is also China's first graduated project at the LF AI & Data Foundation.
# en: Many developers have come to recognise the value of Angel, the fruit of years of development.
wen-ouyang-a-2c46b0 =
    腾讯高级研发工程师 Wen Ouyang 介绍了 [Angel][angel] 近期的优化工作。
    Angel 是腾讯开源的全栈机器学习平台，功能覆盖机器学习的各个阶段：特征工程、模型训练、超参数调优和模型服务。
    它也是 LF AI & Data 基金会首个来自中国的毕业项目。
    经过多年发展，Angel 已获得众多开发者的认可。

## ZTE: federated learning

# en: ZTE: federated learning
zte-federated-learning-85447b =
    中兴通讯：联邦学习

# en: Bo Tang, AI Platform System Architect at ZTE, turned to data security issues and to the way industry practises federated learning today.
# en: Being decentralised, federated learning goes a long way towards keeping user data safe.
# en: Tang also reported what ZTE is doing in this area at present and what it has achieved.
bo-tang-ai-790fd5 =
    中兴通讯 AI 平台系统架构师 Bo Tang 探讨了数据安全问题，以及联邦学习当前的行业实践。
    联邦学习是一种去中心化方案，能在很大程度上解决用户数据安全问题。
    Bo Tang 还分享了中兴通讯目前在这一领域的工作与成果。

## Baidu: deep learning

# en: Baidu: deep learning
baidu-deep-learning-7f8784 =
    百度：深度学习

# en: Ti Zhou, Senior Architect at Baidu, talked about deep learning practice with [PaddlePaddle][paddle] and EDL (Elastic Deep Learning).
# en: Baidu will go on refining the user experience, and would like more developers to come aboard and help raise the deep learning platform to a higher level.
ti-zhou-senior-a0a0d1 =
    百度高级架构师 Ti Zhou 分享了[飞桨（PaddlePaddle）][paddle]与 EDL（弹性深度学习）的深度学习实践。
    百度将持续优化用户体验，并希望更多开发者加入，共同打造更好的深度学习平台。

## Speakers

# en: Speakers
speakers-8e1b27 =
    演讲嘉宾

# en: Names follow the order of the agenda.
names-follow-the-1cbedd =
    以下名单按议程顺序排列。

# en: **Starlord**, Chair of the Governing Board, LF AI & Data Foundation
starlord-chair-of-5cede0 =
    {"*"}*星爵**，LF AI & Data 基金会董事会主席

# en: **Zhipeng Huang**, open source community operation leader, MindSpore
zhipeng-huang-open-d88f5e =
    {"*"}*黄之鹏**，MindSpore 开源社区运营负责人

# en: **Ibrahim Haddad**, VP, Linux Foundation
ibrahim-haddad-vp-3ee0ce =
    {"*"}*Ibrahim Haddad**，Linux 基金会副总裁

# en: **Dongwei Jiang**, senior algorithm engineer, Didi
dongwei-jiang-senior-76633a =
    {"*"}*Dongwei Jiang**，滴滴高级算法工程师

# en: **Hai Jin**, R&D Director, Zilliz
hai-jin-r-e7da1a =
    {"*"}*Hai Jin**，Zilliz 研发总监

# en: **Wen Ouyang**, senior R&D engineer, Tencent
wen-ouyang-senior-f931ba =
    {"*"}*Wen Ouyang**，腾讯高级研发工程师

# en: **Bo Tang**, AI Platform System Architect, ZTE
bo-tang-ai-0a3824 =
    {"*"}*Bo Tang**，中兴通讯 AI 平台系统架构师

# en: **Ti Zhou**, Senior Architect, Baidu
ti-zhou-senior-4f8985 =
    {"*"}*Ti Zhou**，百度高级架构师

## Thank you, and see you next time

# en: Thank you, and see you next time
thank-you-and-ea19b0 =
    感谢参与，下次再会

# en: The foundation thanks everyone who took part.
# en: Such broad interest in open source AI is a great joy, and may another LF AI & Data Day bring everybody together again soon!
the-foundation-thanks-e35068 =
    基金会感谢每一位参与者。
    这么多人关注开源人工智能，令人十分欣喜，期待不久后与大家在下一场 LF AI & Data Day 再会！

## Host an LF AI & Data Day

# en: Host an LF AI & Data Day
host-an-lf-a4b795 =
    举办 LF AI & Data Day

# en: An LF AI & Data Day lasts one day and serves one region.
# en: Local members host and organise it, while LF AI & Data, its members and its projects lend their support.
# en: Would you like to host one?
# en: Write the foundation an email and talk it over.
# en: LF AI & Data resources are on [its website](https://lfaidata.foundation/).
an-lf-ai-a22a0e =
    LF AI & Data Day 是为期一天的区域性活动。
    活动由当地成员主办和组织，LF AI & Data 及其成员和项目提供支持。
    想办一场这样的活动吗？
    欢迎给基金会发邮件洽谈。
    LF AI & Data 的相关资源可在[基金会网站](https://lfaidata.foundation/)查看。

## About this recap

# en: About this recap
about-this-recap-6d274c =
    关于这篇活动回顾

# en: The text is based on the foundation's own recap of 17 November 2020.
# en: That page also carries a profile of Andrew Bringaze, senior developer for the Linux Foundation, who brings more than 10 years of experience to his main subjects: open source code, WordPress, React and site security.
the-text-is-6fd4ad =
    本文根据基金会 2020 年 11 月 17 日发布的活动回顾撰写。
    原页面还附有 Andrew Bringaze 的简介：他是 Linux 基金会资深开发者，拥有 10 多年经验，专注于开源代码、WordPress、React 和网站安全。

# en: The foundation was called LF AI until autumn 2020.
the-foundation-was-d19d30 =
    2020 年秋季之前，基金会的名称是 LF AI。
