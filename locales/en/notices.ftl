### What a page says to its readers about itself. A workspace says it otherwise in `<catalogs>/<locale>/pages.ftl`.
###
### $count is a number of sentences, headings and cells; $extent is `page` where it is all of them. $date is the date
### of the front matter, $source and $locale are language tags.

# Translated by a machine, confirmed by nobody.
notice-machine =
    { $extent ->
        [page] This translation was made by a machine, and nobody has checked it yet.
       *[passages]
            { NUMBER($count) ->
                [one] One passage of this translation was made by a machine, and nobody has checked it yet.
               *[other] { NUMBER($count) } passages of this translation were made by a machine, and nobody has checked them yet.
            }
    }
# Filled in from elsewhere, confirmed by nobody.
notice-draft =
    { $extent ->
        [page] This translation is a draft that nobody has checked yet.
       *[passages]
            { NUMBER($count) ->
                [one] One passage of this translation is a draft that nobody has checked yet.
               *[other] { NUMBER($count) } passages of this translation are drafts that nobody has checked yet.
            }
    }
# The source has changed since.
notice-stale =
    { $extent ->
        [page] The original has changed since this page was translated.
       *[passages]
            { NUMBER($count) ->
                [one] The original of one passage has changed since it was translated.
               *[other] The original of { NUMBER($count) } passages has changed since they were translated.
            }
    }
# The source stands there.
notice-missing =
    { $extent ->
        [page] This page is not translated yet and stands here in the original.
       *[passages]
            { NUMBER($count) ->
                [one] One passage is not translated yet and stands here in the original.
               *[other] { NUMBER($count) } passages are not translated yet and stand here in the original.
            }
    }
# Nothing stands there.
notice-omitted =
    { $extent ->
        [page] This page is not translated yet.
       *[passages]
            { NUMBER($count) ->
                [one] One passage is not translated yet and is left out here.
               *[other] { NUMBER($count) } passages are not translated yet and are left out here.
            }
    }
# The last line of a page. $translators and $reviewers are lists of names.
credits =
    { $who ->
        [translators] Translated by { $translators }
        [reviewers] Reviewed by { $reviewers }
       *[both] Translated by { $translators } · Reviewed by { $reviewers }
    }
