-- Purpose: takes back V0080
-- Depends: V0080
-- Rollback: V0080__find_articles_of_lines.sql
-- Destructive: approved
drop function catalog.articles_with_typos(text[], int);
drop function catalog.articles_with_phrases(text[], int);
drop function catalog.articles_with_words(text[], int);
