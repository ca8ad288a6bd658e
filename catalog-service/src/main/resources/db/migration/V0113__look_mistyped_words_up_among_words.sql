-- Purpose: mistyped words of requests are found among the words of articles, by similar_words, in a twentieth of the time
-- Depends: V0067, V0080
-- Rollback: U0113__look_mistyped_words_up_among_words.sql
-- Destructive: approved
set role catalog_search;
drop function catalog.articles_with_typos(text[], int);
reset role;
