-- Purpose: takes back V0040
-- Depends: V0040
-- Rollback: V0040__create_message_threads.sql
-- Destructive: approved

drop table procurement.message_participants;
drop table procurement.messages;
drop table procurement.message_threads;
