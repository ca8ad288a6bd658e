-- Purpose: who is blocked, and which networks hide their users
-- Depends: V0001
-- Rollback: U0018__create_fraud_lists.sql
create table procurement.fraud_blocklist (
  block_id uuid not null default gen_random_uuid(),
  kind text not null,
  value text not null,
  reason text not null,
  until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fraud_blocklist_pkey primary key (block_id),
  constraint fraud_blocklist_value_unique unique (kind, value),
  constraint fraud_blocklist_kind_check check (kind in ('email', 'domain', 'address', 'fingerprint'))
);
call platform.guard_global_table('procurement.fraud_blocklist');
call platform.add_row_version('procurement.fraud_blocklist');

create table procurement.ip_reputation (
  cidr inet not null,
  kind text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ip_reputation_pkey primary key (cidr, kind),
  constraint ip_reputation_kind_check check (kind in ('vpn', 'proxy', 'tor', 'hosting'))
);
create index ip_reputation_cidr on procurement.ip_reputation using gist (cidr inet_ops);
call platform.guard_global_table('procurement.ip_reputation');
