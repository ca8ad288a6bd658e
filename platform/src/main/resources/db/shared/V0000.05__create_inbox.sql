-- Purpose: the events that a consumer has handled, written with their effect, and the attempts on those that it has not
-- Depends: V0000.01
-- Rollback: U0000.05__create_inbox.sql
create table platform.inbox (
  tenant_id varchar(100) not null,
  consumer varchar(200) not null,
  event_id varchar(100) not null,
  attempts int not null default 1,
  handled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint inbox_pkey primary key (tenant_id, consumer, event_id)
);
create index inbox_created on platform.inbox (created_at);
call platform.guard_tenant_table('platform.inbox');
