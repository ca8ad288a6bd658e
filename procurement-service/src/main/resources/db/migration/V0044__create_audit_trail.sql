-- Purpose: who changed what in all services, by month; rows are only added
-- Depends: V0001, V0000.20
-- Rollback: U0044__create_audit_trail.sql

create table procurement.audit_trail (
  tenant_id text not null,
  event_id varchar(100) not null,
  service text not null,
  entity text not null,
  entity_id text not null,
  verb text not null,
  actor text,
  actor_type text,
  changed text[] not null,
  at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint audit_trail_pkey primary key (event_id, at)
) partition by range (at);
create index audit_trail_entity_idx on procurement.audit_trail (tenant_id, entity, entity_id, at);
create index audit_trail_actor_idx on procurement.audit_trail (tenant_id, actor, at);
call procurement.guard_tenant_table('procurement.audit_trail', append_only => true);
call platform.add_partition('procurement.audit_trail', 'audit_trail_default', 'default');
