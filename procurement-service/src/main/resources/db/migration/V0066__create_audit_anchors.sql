-- Purpose: keep the head of each audit chain at the end of each day, as it was told to everybody
-- Depends: V0014
-- Rollback: U0066__create_audit_anchors.sql
create table procurement.audit_anchors (
  tenant_id text not null,
  log text not null,
  day date not null,
  seq bigint not null,
  hash bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audit_anchors_pkey primary key (tenant_id, log, day),
  constraint audit_anchors_log_check check (log in ('admin_audit_log', 'audit_log')),
  constraint audit_anchors_seq_check check (seq > 0),
  constraint audit_anchors_hash_check check (octet_length(hash) = 32)
);
call procurement.guard_tenant_table('procurement.audit_anchors', append_only => true);
create trigger refuse_change before update or delete or truncate on procurement.audit_anchors
  for each statement execute function procurement.refuse_change();

-- The links of the last days, whose heads are to be told.
create index audit_chain_created on procurement.audit_chain (created_at);
