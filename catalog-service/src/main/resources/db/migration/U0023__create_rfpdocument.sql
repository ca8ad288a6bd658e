-- Purpose: takes back V0023
-- Depends: V0023
-- Rollback: V0023__create_rfpdocument.sql
-- Destructive: approved
drop table catalog.matchfeedback;
drop table catalog.rfplinematch;
drop table catalog.rfpline;
drop table catalog.rfpdocument;
drop table catalog.storedfile;
