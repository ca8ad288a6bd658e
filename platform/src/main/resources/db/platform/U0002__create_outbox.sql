-- Purpose: takes back V0002
-- Depends: V0002
-- Rollback: V0002__create_outbox.sql
-- Destructive: approved
drop table platform.outbox_position;
drop table platform.outbox;
