-- Purpose: questions that users asked, and their answers
-- Depends: V0003
-- Rollback: U0041__create_query_history.sql

create table procurement.query_history (
  tenant_id text not null,
  query_id uuid not null default gen_random_uuid(),
  user_id uuid,
  question text not null,
  answer text,
  sources jsonb,
  confidence numeric(3, 2),
  query_time_ms int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint query_history_pkey primary key (query_id),
  constraint query_history_user_fk foreign key (user_id) references procurement.users (user_id) on delete set null,
  constraint query_history_confidence_check check (confidence between 0 and 1)
);
create index query_history_user_idx on procurement.query_history (tenant_id, user_id, created_at);
create index query_history_of_user_idx on procurement.query_history (user_id);
call procurement.guard_tenant_table('procurement.query_history');
