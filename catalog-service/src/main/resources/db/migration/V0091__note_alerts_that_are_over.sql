-- Purpose: remember alerts that were over before they were heard of, as the two events come in no order
-- Depends: V0026
-- Rollback: U0091__note_alerts_that_are_over.sql
create table catalog.alertover (
  tenant_id text not null,
  alert_id varchar(300) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alertover_pkey primary key (tenant_id, alert_id)
);
call catalog.guard_tenant_table('catalog.alertover', append_only => true);
