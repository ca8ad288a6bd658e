-- Purpose: requests to publish the present state of the reference entities once more, and how far they have come
-- Depends: V0000.02
-- Rollback: U0000.08__create_snapshot_request.sql
create table platform.snapshot_request (
  request_id varchar(50) not null,
  state varchar(20) not null default 'queued',
  done bigint not null default 0,
  error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint snapshot_request_pkey primary key (request_id),
  constraint snapshot_request_state_check check (state in ('queued', 'running', 'succeeded', 'failed'))
);
create trigger touch_updated_at before update on platform.snapshot_request
  for each row execute function platform.touch_updated_at();
do $$ begin
  execute format('grant select, insert, update on platform.snapshot_request to %I', current_database() || '_system');
end $$;
