-- Purpose: takes back V0006
-- Depends: V0006
-- Rollback: V0006__create_safety_tasks.sql
-- Destructive: approved
drop table catalog.toolriskclassification;
drop table catalog.taskhazardmapping;
drop trigger refuse_cited on catalog.ppetype;
drop trigger refuse_cited on catalog.hazard;
drop trigger refuse_cited on catalog.ansistandard;
drop trigger refuse_cited on catalog.oshastandard;
drop function catalog.refuse_cited();
drop function catalog.check_tool();
drop function catalog.check_task();
drop function catalog.union_of(jsonb, text);
drop function catalog.check_citations(jsonb, jsonb, jsonb);
drop function catalog.cited(text);
