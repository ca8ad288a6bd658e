-- Purpose: when the next signing key may be used, and when it is
-- Depends: V0007
-- Rollback: U0050__time_signing_keys.sql
-- A key that has not been published for as long as verifiers keep the set of keys would be unknown to some of them.
alter table procurement.signing_keys
  add column usable_from timestamptz not null default now(),
  add column activate_after timestamptz not null default now();
