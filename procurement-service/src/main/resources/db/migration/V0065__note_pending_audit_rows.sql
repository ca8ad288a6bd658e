-- Purpose: name the rows that an audit chain lacks, so that the chainer need not look for them among all
-- Depends: V0014
-- Rollback: U0065__note_pending_audit_rows.sql
create table procurement.audit_pending (
  tenant_id text not null,
  log text not null,
  row_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audit_pending_pkey primary key (tenant_id, log, row_id),
  constraint audit_pending_log_check check (log in ('admin_audit_log', 'audit_log'))
);
call procurement.guard_tenant_table('procurement.audit_pending');

-- The argument is the column that identifies a row.
create function procurement.note_pending_audit() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  insert into procurement.audit_pending (tenant_id, log, row_id)
  values (new.tenant_id, tg_table_name, (to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end $$;
create trigger note_pending_audit after insert on procurement.admin_audit_log
  for each row execute function procurement.note_pending_audit('log_id');
create trigger note_pending_audit after insert on procurement.audit_log
  for each row execute function procurement.note_pending_audit('audit_id');
