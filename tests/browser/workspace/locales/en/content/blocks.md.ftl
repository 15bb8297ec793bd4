### duizhao 1 · content/blocks.md · en

every-kind-of-303298 =
    Every kind of block

one-page-to-c51c5a =
    One page to look at when the design changes.

a-paragraph-with-43d6aa =
    A paragraph with **strong words**, a [link](https://example.org/), some `code` and a note.[^1]

## Lists

lists-ed9823 =
    Lists

one-item-that-d810e1 =
    One item that is long enough to run over two lines in a column, so that its mark and its text can be seen to stand apart.

another-item-with-4cb9a0 =
    Another item, with items below it:

the-first-of-da194c =
    The first of two

the-second-of-fffc10 =
    The second of two

a-third-item-8bb382 =
    A third item

an-ordered-list-1f29cf =
    An ordered list that begins at three

and-goes-on-cb33ef =
    And goes on

a-task-that-f803f9 =
    A task that is done

a-task-that-36fa6c =
    A task that waits

## Quotes and alerts

quotes-and-alerts-7b70d1 =
    Quotes and alerts

a-quote-of-66ea65 =
    A quote of one sentence.

alerts-say-what-fa546f =
    Alerts say what they are.

this-one-warns-70abe7 =
    This one warns.

## Code, table and image

code-table-and-78f703 =
    Code, table and image

platform-47ba79 =
    Platform

since-97a000 =
    Since

share-5b1820 =
    Share

harbour-31ee7b =
    Harbour

hillside-84e184 =
    Hillside

a-harbour-at-c2d62f =
    A harbour at dusk

a-picture-that-c54d04 =
    A picture that is elsewhere

text-in-an-d3db9d =
    Text in an element of HTML.

a-note-that-acfd68 =
    A note that both languages refer to.
