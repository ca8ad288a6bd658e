-- Purpose: the keys that sign access tokens; the private half only enciphered
-- Depends: V0001
-- Rollback: U0007__create_signing_keys.sql
create table procurement.signing_keys (
  kid text not null,
  alg text not null default 'RS256',
  public_jwk jsonb not null,
  -- AES-256-GCM under QM_KEY_ENCRYPTION_KEY
  private_key_enc bytea not null,
  state text not null,
  activated_at timestamptz,
  retire_after timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint signing_keys_pkey primary key (kid),
  constraint signing_keys_state_check check (state in ('next', 'active', 'retiring', 'retired'))
);
create unique index signing_keys_turn_unique on procurement.signing_keys (state) where state in ('next', 'active');
call platform.guard_global_table('procurement.signing_keys');
