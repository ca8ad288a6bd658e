-- Purpose: takes back V0081
-- Depends: V0081
-- Rollback: V0081__keep_the_record_of_a_conflict.sql
-- Destructive: approved
drop index if exists audit.upsert_conflicts_open_lot_idx;
alter table if exists audit.upsert_conflicts drop column if exists record;
