### duizhao 1 · content/lf-ai-data-day-shenzhen-2020.md · en → zh-CN

# en: LF AI & Data Day Shenzhen recap: open source AI joins forces
lf-ai-data-455aed =
    {""}

# en: Highlights from Pengcheng Lab in Shenzhen on 7 November 2020: a tripartite strategic collaboration, a panel discussion on communities and six afternoon talks.
highlights-from-pengcheng-b9d3f2 =
    {""}

# en: Open source artificial intelligence (AI) had a remarkable day on **7 November 2020**, when LF AI & Data Day Shenzhen took place at Pengcheng Lab.
# en: It drew a large audience, online and offline alike.
# en: Talks and a panel discussion came from highly prestigious communities and organisations, among them Pengcheng Lab, the [OpenI Community](https://openi.org.cn/), the [LF AI & Data Foundation](https://lfaidata.foundation/), the MindSpore community, Huawei, Tencent, Baidu, ZTE, Zilliz and Didi.
open-source-artificial-67d21a =
    {""}
    {""}
    {""}

# en: This recap follows the day from start to finish; for a quick look at who took the stage, jump to [the speakers](#speakers).
this-recap-follows-cd094b =
    {""}

## Agenda at a glance

# en: Agenda at a glance
agenda-at-a-664f22 =
    {""}

# en: Session
session-754e3f =
    {""}

# en: Speaker
speaker-4368ee =
    {""}

# en: Topic
topic-445618 =
    {""}

# en: Morning
morning-b45ef3 =
    {""}

# en: Representatives of Pengcheng Lab, the OpenI Community and the LF AI & Data Foundation
representatives-of-pengcheng-4403a7 =
    {""}

# en: Opening speeches
opening-speeches-eb7e2d =
    {""}

# en: Morning
morning-b45ef3-2 =
    {""}

# en: Starlord
starlord-de71c2 =
    {""}

# en: Evolution of AI and big data
evolution-of-ai-79c6a4 =
    {""}

# en: Morning
morning-b45ef3-3 =
    {""}

# en: Zhipeng Huang
zhipeng-huang-8399a7 =
    {""}

# en: Recent achievements of MindSpore
recent-achievements-of-100310 =
    {""}

# en: Morning
morning-b45ef3-4 =
    {""}

# en: All guests
all-guests-9e8a72 =
    {""}

# en: Panel discussion
panel-discussion-ec1159 =
    {""}

# en: Afternoon
afternoon-6b9f61 =
    {""}

# en: Ibrahim Haddad
ibrahim-haddad-480da9 =
    {""}

# en: The open source ecosystem and the foundation
the-open-source-5516b9 =
    {""}

# en: Afternoon
afternoon-6b9f61-2 =
    {""}

# en: Dongwei Jiang
dongwei-jiang-8d81a9 =
    {""}

# en: Speech processing
speech-processing-1640a0 =
    {""}

# en: Afternoon
afternoon-6b9f61-3 =
    {""}

# en: Hai Jin
hai-jin-050051 =
    {""}

# en: Unstructured data services and Milvus
unstructured-data-services-03c1cd =
    {""}

# en: Afternoon
afternoon-6b9f61-4 =
    {""}

# en: Wen Ouyang
wen-ouyang-988288 =
    {""}

# en: Optimising Angel
optimising-angel-854ec6 =
    {""}

# en: Afternoon
afternoon-6b9f61-5 =
    {""}

# en: Bo Tang
bo-tang-96af76 =
    {""}

# en: Data security and federated learning
data-security-and-f8ad1e =
    {""}

# en: Afternoon
afternoon-6b9f61-6 =
    {""}

# en: Ti Zhou
ti-zhou-72c381 =
    {""}

# en: Deep learning practice with `PaddlePaddle/EDL`
deep-learning-practice-70820e =
    {""}

## Opening speeches

# en: Opening speeches
opening-speeches-eb7e2d-2 =
    {""}

# en: Representatives of three organisations shared the opening speeches and rounded them off by announcing a collaboration.
# en: Pengcheng Lab, the OpenI Qizhi Community and the LF AI & Data Foundation are entering a **tripartite strategic collaboration**, meant to lend still more strength to open source AI worldwide.
representatives-of-three-d1a4a4 =
    {""}
    {""}

# en: Starlord, Chair of the Governing Board of the LF AI & Data Foundation, used his opening speech to call 2020 extraordinary, and a good year for open source in China to start from.
# en: Tracing how AI and big data have evolved, he explained why the foundation is widening its scope from AI to AI and data: the world has moved on from structured data into the Internet era.
# en: Data on so huge a scale can only be processed and analysed with stronger open source cooperation, he said.
# en: He also called on more developers to become part of the LF AI & Data family and carry the open source movement forward.
starlord-chair-of-4885cf =
    {""}
    {""}
    {""}
    {""}

## Morning session: MindSpore

# en: Morning session: MindSpore
morning-session-mindspore-846f3e =
    {""}

# en: Zhipeng Huang, open source community operation leader of [MindSpore](https://www.mindspore.cn/), presented the project's latest achievements.
# en: Its code has been public only since the end of March 2020, yet the results are already brilliant.
zhipeng-huang-open-0899a8 =
    {""}
    {""}

# en: One hope stood out in Huang's speech: that working with the LF AI & Data Foundation and the OpenI Community will help build a new industry and ecosystem for AI Native Programming.
# en: The MindSpore community has also started the `MLWorkflow & Interop` committee inside the foundation, with the aim of creating a framework system for such programming.
one-hope-stood-a95cd8 =
    {""}
    {""}

## Panel: building better communities

# en: Panel: building better communities
panel-building-better-6756da =
    {""}

# en: Late in the morning came the panel discussion, with every guest on stage.
# en: How do you build a better open source community?
# en: On the essentials, everyone was of one mind.
late-in-the-1cce69 =
    {""}
    {""}
    {""}

# en: In the panel's view, **open source means innovating with the outside world rather than by oneself**, and joining forces with others is how 1+1>2 comes true.
# en: The speakers added that an open source community spans the globe, and that greater technological innovation takes the strength of developers worldwide.
in-the-panels-5b6226 =
    {""}
    {""}

## Afternoon talks

# en: Afternoon talks
afternoon-talks-8ad560 =
    {""}

## Linux Foundation: an open ecosystem

# en: Linux Foundation: an open ecosystem
linux-foundation-an-23a973 =
    {""}

# en: Ibrahim Haddad, VP of the Linux Foundation, examined the ecosystem challenges that the open source community has to master.
# en: He also described in detail how the LF AI & Data Foundation has developed and what it plans next.
# en: His own commitment is to work hard on building and supporting an ecosystem of open source AI, data and analysis projects that is open and keeps growing.
ibrahim-haddad-vp-b3691a =
    {""}
    {""}
    {""}

## Didi: speech processing

# en: Didi: speech processing
didi-speech-processing-3a8b42 =
    {""}

# en: Dongwei Jiang, a senior algorithm engineer at Didi, spoke about speech processing research and its application in the field.
# en: Thanks to the unique acoustic models, language models and decoding of Athena, users can tackle more tasks, voice conversion and automatic speech recognition (ASR) among them.
dongwei-jiang-a-c8a4c7 =
    {""}
    {""}

## Zilliz: unstructured data

# en: Zilliz: unstructured data
zilliz-unstructured-data-6d2d60 =
    {""}

# en: Hai Jin, R&D Director of Zilliz, reported how far the company has come with services for unstructured data.
# en: [Milvus](https://milvus.io/), an open source engine for similarity search across feature vectors on a massive scale, has done remarkably well since its code was opened.
# en: In April 2020, LF AI & Data[^name] took it in as an incubation project.
# en: To date Milvus counts **more than 400 enterprise users**, with individual users far more numerous still.
# en: Because Milvus is versatile and easy to use, Jin hopes to see it help even more companies put AI applications into practice.
hai-jin-r-9dd758 =
    {""}
    {""}
    {""}
    {""}
    {""}

## Tencent: the Angel platform

# en: Tencent: the Angel platform
tencent-the-angel-6c53e2 =
    {""}

# en: Wen Ouyang, a senior R&D engineer at Tencent, presented the latest work on optimising [Angel][angel].
# en: Tencent opened the code of this full-stack platform, whose functions support every stage of machine learning: feature engineering, model training, hyperparameter tuning and model serving.
# en: It is also China's first graduated project at the LF AI & Data Foundation.
# en: Many developers have come to recognise the value of Angel, the fruit of years of development.
wen-ouyang-a-2c46b0 =
    {""}
    {""}
    {""}
    {""}

## ZTE: federated learning

# en: ZTE: federated learning
zte-federated-learning-85447b =
    {""}

# en: Bo Tang, AI Platform System Architect at ZTE, turned to data security issues and to the way industry practises federated learning today.
# en: Being decentralised, federated learning goes a long way towards keeping user data safe.
# en: Tang also reported what ZTE is doing in this area at present and what it has achieved.
bo-tang-ai-790fd5 =
    {""}
    {""}
    {""}

## Baidu: deep learning

# en: Baidu: deep learning
baidu-deep-learning-7f8784 =
    {""}

# en: Ti Zhou, Senior Architect at Baidu, talked about deep learning practice with [PaddlePaddle][paddle] and EDL (Elastic Deep Learning).
# en: Baidu will go on refining the user experience, and would like more developers to come aboard and help raise the deep learning platform to a higher level.
ti-zhou-senior-a0a0d1 =
    {""}
    {""}

## Speakers

# en: Speakers
speakers-8e1b27 =
    {""}

# en: Names follow the order of the agenda.
names-follow-the-1cbedd =
    {""}

# en: **Starlord**, Chair of the Governing Board, LF AI & Data Foundation
starlord-chair-of-5cede0 =
    {""}

# en: **Zhipeng Huang**, open source community operation leader, MindSpore
zhipeng-huang-open-d88f5e =
    {""}

# en: **Ibrahim Haddad**, VP, Linux Foundation
ibrahim-haddad-vp-3ee0ce =
    {""}

# en: **Dongwei Jiang**, senior algorithm engineer, Didi
dongwei-jiang-senior-76633a =
    {""}

# en: **Hai Jin**, R&D Director, Zilliz
hai-jin-r-e7da1a =
    {""}

# en: **Wen Ouyang**, senior R&D engineer, Tencent
wen-ouyang-senior-f931ba =
    {""}

# en: **Bo Tang**, AI Platform System Architect, ZTE
bo-tang-ai-0a3824 =
    {""}

# en: **Ti Zhou**, Senior Architect, Baidu
ti-zhou-senior-4f8985 =
    {""}

## Thank you, and see you next time

# en: Thank you, and see you next time
thank-you-and-ea19b0 =
    {""}

# en: The foundation thanks everyone who took part.
# en: Such broad interest in open source AI is a great joy, and may another LF AI & Data Day bring everybody together again soon!
the-foundation-thanks-e35068 =
    {""}
    {""}

## Host an LF AI & Data Day

# en: Host an LF AI & Data Day
host-an-lf-a4b795 =
    {""}

# en: An LF AI & Data Day lasts one day and serves one region.
# en: Local members host and organise it, while LF AI & Data, its members and its projects lend their support.
# en: Would you like to host one?
# en: Write the foundation an email and talk it over.
# en: LF AI & Data resources are on [its website](https://lfaidata.foundation/).
an-lf-ai-a22a0e =
    {""}
    {""}
    {""}
    {""}
    {""}

## About this recap

# en: About this recap
about-this-recap-6d274c =
    {""}

# en: The text is based on the foundation's own recap of 17 November 2020.
# en: That page also carries a profile of Andrew Bringaze, senior developer for the Linux Foundation, who brings more than 10 years of experience to his main subjects: open source code, WordPress, React and site security.
the-text-is-6fd4ad =
    {""}
    {""}

# en: The foundation was called LF AI until autumn 2020.
the-foundation-was-d19d30 =
    {""}
