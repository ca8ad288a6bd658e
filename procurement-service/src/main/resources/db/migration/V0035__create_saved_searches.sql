-- Purpose: searches that users keep
-- Depends: V0003
-- Rollback: U0035__create_saved_searches.sql

create table procurement.saved_searches (
  tenant_id text not null,
  search_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  name varchar(255) not null,
  search_criteria jsonb not null,
  is_alert boolean not null default false,
  last_run_at timestamptz,
  -- position of the last change that it has shown
  last_seen_seq bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint saved_searches_pkey primary key (search_id),
  constraint saved_searches_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade
);
create index saved_searches_alert_idx on procurement.saved_searches (tenant_id, is_alert);
create index saved_searches_user_idx on procurement.saved_searches (user_id);
call procurement.guard_tenant_table('procurement.saved_searches');
alter table procurement.saved_searches add column rv bigint not null default 1;
-- the marks of a run are no change of the search
create trigger raise_rv before update on procurement.saved_searches
  for each row execute function platform.raise_rv('last_run_at', 'last_seen_seq');
