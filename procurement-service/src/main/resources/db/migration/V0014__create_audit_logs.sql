-- Purpose: what was done, by administrators and at the doors, in chains that show a change
-- Depends: V0003
-- Rollback: U0014__create_audit_logs.sql
create table procurement.admin_audit_log (
  tenant_id text not null,
  log_id uuid not null default gen_random_uuid(),
  admin_user_id uuid,
  action varchar(255) not null,
  target_type varchar(100),
  target_id varchar(255),
  changes jsonb,
  ip_address inet,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint admin_audit_log_pkey primary key (log_id),
  constraint admin_audit_log_user_fk foreign key (admin_user_id)
    references procurement.users (user_id) on delete restrict
);
create index admin_audit_log_action on procurement.admin_audit_log (tenant_id, action);
create index admin_audit_log_created on procurement.admin_audit_log (tenant_id, created_at, log_id);
create index admin_audit_log_user on procurement.admin_audit_log (admin_user_id) where admin_user_id is not null;

create table procurement.audit_log (
  tenant_id text not null,
  audit_id uuid not null default gen_random_uuid(),
  user_id uuid,
  action varchar(255) not null,
  details jsonb,
  ip_address inet,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audit_log_pkey primary key (audit_id),
  constraint audit_log_user_fk foreign key (user_id) references procurement.users (user_id) on delete restrict
);
create index audit_log_action on procurement.audit_log (tenant_id, action);
create index audit_log_created on procurement.audit_log (tenant_id, created_at, audit_id);
create index audit_log_user on procurement.audit_log (user_id) where user_id is not null;

-- hash is SHA-256 of prev_hash and of the row as canonical JSON.
create table procurement.audit_chain (
  tenant_id text not null,
  log text not null,
  seq bigint not null,
  row_id uuid not null,
  prev_hash bytea not null,
  hash bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audit_chain_pkey primary key (tenant_id, log, seq),
  constraint audit_chain_row_unique unique (tenant_id, log, row_id),
  constraint audit_chain_log_check check (log in ('admin_audit_log', 'audit_log')),
  constraint audit_chain_seq_check check (seq > 0),
  constraint audit_chain_hash_check check (octet_length(hash) = 32)
);

create function procurement.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The owner too is held by the trigger.
do $$
declare
  target regclass;
begin
  foreach target in array array['procurement.admin_audit_log', 'procurement.audit_log', 'procurement.audit_chain']::regclass[] loop
    call procurement.guard_tenant_table(target, append_only => true);
    execute format('create trigger refuse_change before update or delete or truncate on %s
        for each statement execute function procurement.refuse_change()', target);
  end loop;
end $$;
