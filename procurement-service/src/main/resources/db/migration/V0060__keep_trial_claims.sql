-- Purpose: what a trial was given for, so that nobody has a second one under another name
-- Depends: V0009
-- Rollback: U0060__keep_trial_claims.sql
-- Subjects are tenants, and HMACs of addresses and fingerprints.
create table procurement.trial_claims (
  kind text not null,
  subject text not null,
  claimed_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint trial_claims_pkey primary key (kind, subject),
  constraint trial_claims_kind_check check (kind in ('organization', 'email', 'device', 'payment'))
);
call platform.guard_global_table('procurement.trial_claims');
