-- Purpose: codes by which another tenant finds a transfer request
-- Depends: V0018
-- Rollback: U0019__handover_codes.sql

-- The only table that is read without a tenant, because the redeemer has another one: it holds the hash and no more.
-- A session that has a tenant sees its own rows alone.
create table if not exists vehicle.handover_codes (
  code_hash bytea not null,
  tenant_id text not null,
  request_id uuid not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint handover_codes_pkey primary key (code_hash),
  constraint handover_codes_hash_ck check (octet_length(code_hash) = 32)
);
create index if not exists handover_codes_request_idx on vehicle.handover_codes (tenant_id, request_id);
call platform.guard_tenant_table('vehicle.handover_codes');
create policy redeem_without_tenant on vehicle.handover_codes for select to vehicle_app
  using ((select nullif(current_setting('app.tenant_id', true), '')) is null);
