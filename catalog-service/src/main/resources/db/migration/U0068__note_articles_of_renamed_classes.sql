-- Purpose: takes back V0068
-- Depends: V0068
-- Rollback: V0068__note_articles_of_renamed_classes.sql
-- Destructive: approved
drop trigger note_lost_synonyms on catalog.etimsynonym;
drop trigger note_new_synonyms on catalog.etimsynonym;
drop trigger note_renamed_classes on catalog.etimclass;
drop trigger note_renamed_codes on catalog.unspsccode;
drop function catalog.note_synonyms();
drop function catalog.note_renamed_classes();
drop function catalog.note_renamed_codes();
drop table catalog.productwordsdue;
