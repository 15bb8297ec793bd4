### duizhao 1 · content/lf-ai-data-day-shenzhen-2020.md · en

lf-ai-data-455aed =
    LF AI & Data Day Shenzhen recap: open source AI joins forces

highlights-from-pengcheng-b9d3f2 =
    Highlights from Pengcheng Lab in Shenzhen on 7 November 2020: a tripartite strategic collaboration, a panel discussion on communities and six afternoon talks.

open-source-artificial-67d21a =
    Open source artificial intelligence (AI) had a remarkable day on **7 November 2020**, when LF AI & Data Day Shenzhen took place at Pengcheng Lab.
    It drew a large audience, online and offline alike.
    Talks and a panel discussion came from highly prestigious communities and organisations, among them Pengcheng Lab, the [OpenI Community](https://openi.org.cn/), the [LF AI & Data Foundation](https://lfaidata.foundation/), the MindSpore community, Huawei, Tencent, Baidu, ZTE, Zilliz and Didi.

this-recap-follows-cd094b =
    This recap follows the day from start to finish; for a quick look at who took the stage, jump to [the speakers](#speakers).

## Agenda at a glance

agenda-at-a-664f22 =
    Agenda at a glance

session-754e3f =
    Session

speaker-4368ee =
    Speaker

topic-445618 =
    Topic

morning-b45ef3 =
    Morning

representatives-of-pengcheng-4403a7 =
    Representatives of Pengcheng Lab, the OpenI Community and the LF AI & Data Foundation

opening-speeches-eb7e2d =
    Opening speeches

morning-b45ef3-2 =
    Morning

starlord-de71c2 =
    Starlord

evolution-of-ai-79c6a4 =
    Evolution of AI and big data

morning-b45ef3-3 =
    Morning

zhipeng-huang-8399a7 =
    Zhipeng Huang

recent-achievements-of-100310 =
    Recent achievements of MindSpore

morning-b45ef3-4 =
    Morning

all-guests-9e8a72 =
    All guests

panel-discussion-ec1159 =
    Panel discussion

afternoon-6b9f61 =
    Afternoon

ibrahim-haddad-480da9 =
    Ibrahim Haddad

the-open-source-5516b9 =
    The open source ecosystem and the foundation

afternoon-6b9f61-2 =
    Afternoon

dongwei-jiang-8d81a9 =
    Dongwei Jiang

speech-processing-1640a0 =
    Speech processing

afternoon-6b9f61-3 =
    Afternoon

hai-jin-050051 =
    Hai Jin

unstructured-data-services-03c1cd =
    Unstructured data services and Milvus

afternoon-6b9f61-4 =
    Afternoon

wen-ouyang-988288 =
    Wen Ouyang

optimising-angel-854ec6 =
    Optimising Angel

afternoon-6b9f61-5 =
    Afternoon

bo-tang-96af76 =
    Bo Tang

data-security-and-f8ad1e =
    Data security and federated learning

afternoon-6b9f61-6 =
    Afternoon

ti-zhou-72c381 =
    Ti Zhou

deep-learning-practice-70820e =
    Deep learning practice with `PaddlePaddle/EDL`

## Opening speeches

opening-speeches-eb7e2d-2 =
    Opening speeches

representatives-of-three-d1a4a4 =
    Representatives of three organisations shared the opening speeches and rounded them off by announcing a collaboration.
    Pengcheng Lab, the OpenI Qizhi Community and the LF AI & Data Foundation are entering a **tripartite strategic collaboration**, meant to lend still more strength to open source AI worldwide.

starlord-chair-of-4885cf =
    Starlord, Chair of the Governing Board of the LF AI & Data Foundation, used his opening speech to call 2020 extraordinary, and a good year for open source in China to start from.
    Tracing how AI and big data have evolved, he explained why the foundation is widening its scope from AI to AI and data: the world has moved on from structured data into the Internet era.
    Data on so huge a scale can only be processed and analysed with stronger open source cooperation, he said.
    He also called on more developers to become part of the LF AI & Data family and carry the open source movement forward.

## Morning session: MindSpore

morning-session-mindspore-846f3e =
    Morning session: MindSpore

zhipeng-huang-open-0899a8 =
    Zhipeng Huang, open source community operation leader of [MindSpore](https://www.mindspore.cn/), presented the project's latest achievements.
    Its code has been public only since the end of March 2020, yet the results are already brilliant.

one-hope-stood-a95cd8 =
    One hope stood out in Huang's speech: that working with the LF AI & Data Foundation and the OpenI Community will help build a new industry and ecosystem for AI Native Programming.
    The MindSpore community has also started the `MLWorkflow & Interop` committee inside the foundation, with the aim of creating a framework system for such programming.

## Panel: building better communities

panel-building-better-6756da =
    Panel: building better communities

late-in-the-1cce69 =
    Late in the morning came the panel discussion, with every guest on stage.
    How do you build a better open source community?
    On the essentials, everyone was of one mind.

in-the-panels-5b6226 =
    In the panel's view, **open source means innovating with the outside world rather than by oneself**, and joining forces with others is how 1+1>2 comes true.
    The speakers added that an open source community spans the globe, and that greater technological innovation takes the strength of developers worldwide.

## Afternoon talks

afternoon-talks-8ad560 =
    Afternoon talks

## Linux Foundation: an open ecosystem

linux-foundation-an-23a973 =
    Linux Foundation: an open ecosystem

ibrahim-haddad-vp-b3691a =
    Ibrahim Haddad, VP of the Linux Foundation, examined the ecosystem challenges that the open source community has to master.
    He also described in detail how the LF AI & Data Foundation has developed and what it plans next.
    His own commitment is to work hard on building and supporting an ecosystem of open source AI, data and analysis projects that is open and keeps growing.

## Didi: speech processing

didi-speech-processing-3a8b42 =
    Didi: speech processing

dongwei-jiang-a-c8a4c7 =
    Dongwei Jiang, a senior algorithm engineer at Didi, spoke about speech processing research and its application in the field.
    Thanks to the unique acoustic models, language models and decoding of Athena, users can tackle more tasks, voice conversion and automatic speech recognition (ASR) among them.

## Zilliz: unstructured data

zilliz-unstructured-data-6d2d60 =
    Zilliz: unstructured data

hai-jin-r-9dd758 =
    Hai Jin, R&D Director of Zilliz, reported how far the company has come with services for unstructured data.
    {"["}Milvus](https://milvus.io/), an open source engine for similarity search across feature vectors on a massive scale, has done remarkably well since its code was opened.
    In April 2020, LF AI & Data[^name] took it in as an incubation project.
    To date Milvus counts **more than 400 enterprise users**, with individual users far more numerous still.
    Because Milvus is versatile and easy to use, Jin hopes to see it help even more companies put AI applications into practice.

## Tencent: the Angel platform

tencent-the-angel-6c53e2 =
    Tencent: the Angel platform

wen-ouyang-a-2c46b0 =
    Wen Ouyang, a senior R&D engineer at Tencent, presented the latest work on optimising [Angel][angel].
    Tencent opened the code of this full-stack platform, whose functions support every stage of machine learning: feature engineering, model training, hyperparameter tuning and model serving.
    It is also China's first graduated project at the LF AI & Data Foundation.
    Many developers have come to recognise the value of Angel, the fruit of years of development.

## ZTE: federated learning

zte-federated-learning-85447b =
    ZTE: federated learning

bo-tang-ai-790fd5 =
    Bo Tang, AI Platform System Architect at ZTE, turned to data security issues and to the way industry practises federated learning today.
    Being decentralised, federated learning goes a long way towards keeping user data safe.
    Tang also reported what ZTE is doing in this area at present and what it has achieved.

## Baidu: deep learning

baidu-deep-learning-7f8784 =
    Baidu: deep learning

ti-zhou-senior-a0a0d1 =
    Ti Zhou, Senior Architect at Baidu, talked about deep learning practice with [PaddlePaddle][paddle] and EDL (Elastic Deep Learning).
    Baidu will go on refining the user experience, and would like more developers to come aboard and help raise the deep learning platform to a higher level.

## Speakers

speakers-8e1b27 =
    Speakers

names-follow-the-1cbedd =
    Names follow the order of the agenda.

starlord-chair-of-5cede0 =
    {"*"}*Starlord**, Chair of the Governing Board, LF AI & Data Foundation

zhipeng-huang-open-d88f5e =
    {"*"}*Zhipeng Huang**, open source community operation leader, MindSpore

ibrahim-haddad-vp-3ee0ce =
    {"*"}*Ibrahim Haddad**, VP, Linux Foundation

dongwei-jiang-senior-76633a =
    {"*"}*Dongwei Jiang**, senior algorithm engineer, Didi

hai-jin-r-e7da1a =
    {"*"}*Hai Jin**, R&D Director, Zilliz

wen-ouyang-senior-f931ba =
    {"*"}*Wen Ouyang**, senior R&D engineer, Tencent

bo-tang-ai-0a3824 =
    {"*"}*Bo Tang**, AI Platform System Architect, ZTE

ti-zhou-senior-4f8985 =
    {"*"}*Ti Zhou**, Senior Architect, Baidu

## Thank you, and see you next time

thank-you-and-ea19b0 =
    Thank you, and see you next time

the-foundation-thanks-e35068 =
    The foundation thanks everyone who took part.
    Such broad interest in open source AI is a great joy, and may another LF AI & Data Day bring everybody together again soon!

## Host an LF AI & Data Day

host-an-lf-a4b795 =
    Host an LF AI & Data Day

an-lf-ai-a22a0e =
    An LF AI & Data Day lasts one day and serves one region.
    Local members host and organise it, while LF AI & Data, its members and its projects lend their support.
    Would you like to host one?
    Write the foundation an email and talk it over.
    LF AI & Data resources are on [its website](https://lfaidata.foundation/).

## About this recap

about-this-recap-6d274c =
    About this recap

the-text-is-6fd4ad =
    The text is based on the foundation's own recap of 17 November 2020.
    That page also carries a profile of Andrew Bringaze, senior developer for the Linux Foundation, who brings more than 10 years of experience to his main subjects: open source code, WordPress, React and site security.

the-foundation-was-d19d30 =
    The foundation was called LF AI until autumn 2020.
