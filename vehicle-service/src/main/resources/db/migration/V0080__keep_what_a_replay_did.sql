-- Purpose: what the replay of a record in quarantine made of it
-- Depends: V0060
-- Rollback: U0080__keep_what_a_replay_did.sql
alter table staging.copart_raw
  add column if not exists verdict text not null default 'quarantine',
  add column if not exists effect text,
  -- what is said of the record as it was applied; codes keep why it was set aside
  add column if not exists applied_codes text[];
alter table staging.copart_raw
  add constraint copart_raw_verdict_ck check (verdict in ('ok', 'repair', 'flag', 'quarantine')),
  add constraint copart_raw_effect_ck check (effect in ('inserted', 'updated', 'touched', 'unchanged', 'stale',
    'conflict', 'duplicate'));
