-- Purpose: the whole record of a conflict as it was understood, so that it can be applied later
-- Depends: V0029
-- Rollback: U0081__keep_the_record_of_a_conflict.sql
alter table audit.upsert_conflicts add column if not exists record jsonb;
-- Each load looks whether a contradiction is told already.
create index if not exists upsert_conflicts_open_lot_idx on audit.upsert_conflicts (lot_id) where state = 'open';
