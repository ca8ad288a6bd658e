-- Purpose: events that a consumer could not handle, with the reason, until somebody retries or deletes them
-- Depends: V0000.05
-- Rollback: U0000.06__create_dead_letter.sql
create table platform.dead_letter (
  tenant_id varchar(100) not null,
  dead_letter_id varchar(50) not null,
  consumer varchar(200) not null,
  event_id varchar(100) not null,
  event_type varchar(255),
  subject varchar(255) not null,
  message bytea not null,
  error text not null,
  attempts int not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint dead_letter_pkey primary key (tenant_id, dead_letter_id),
  constraint dead_letter_event_unique unique (tenant_id, consumer, event_id)
);
create index dead_letter_created on platform.dead_letter (tenant_id, created_at, dead_letter_id);
call platform.guard_tenant_table('platform.dead_letter');
