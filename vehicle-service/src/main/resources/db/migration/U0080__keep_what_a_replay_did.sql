-- Purpose: takes back V0080
-- Depends: V0080
-- Rollback: V0080__keep_what_a_replay_did.sql
-- Destructive: approved
alter table if exists staging.copart_raw
  drop column if exists applied_codes,
  drop column if exists effect,
  drop column if exists verdict;
