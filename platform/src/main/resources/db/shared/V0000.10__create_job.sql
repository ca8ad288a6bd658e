-- Purpose: long work as jobs that survive a restart, with what they were given and what they answer
-- Depends: V0000.01
-- Rollback: U0000.10__create_job.sql
create table platform.job (
  tenant_id varchar(100) not null,
  job_id varchar(50) not null,
  kind varchar(60) not null,
  state varchar(20) not null default 'queued',
  parameters text not null,
  created_by varchar(100) not null,
  roles text[] not null,
  request_id varchar(100),
  language varchar(10) not null,
  -- null while the input is still on its way; until then nobody sees or takes the job
  received_at timestamptz,
  done bigint not null default 0,
  total bigint,
  result text,
  errors text not null default '[]',
  error_count bigint not null default 0,
  output_type varchar(100),
  output_name varchar(100),
  -- where the next worker goes on, and how much of the output belongs to the time before
  checkpoint text,
  output_pieces int not null default 0,
  cancel_requested boolean not null default false,
  -- counts the workers that took the job, so that one that was taken for dead cannot write any more
  attempt int not null default 0,
  lease_until timestamptz,
  version bigint not null default 1,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint job_pkey primary key (tenant_id, job_id),
  constraint job_state_check check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
call platform.guard_tenant_table('platform.job');
create index job_list on platform.job (tenant_id, created_at, job_id);
create index job_open on platform.job (created_at) where state in ('queued', 'running');
create index job_finished on platform.job (finished_at) where finished_at is not null;

-- Input and output in pieces: every replica can read them, and neither side ever holds the whole.
create table platform.job_chunk (
  tenant_id varchar(100) not null,
  job_id varchar(50) not null,
  part varchar(10) not null,
  n int not null,
  content bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint job_chunk_pkey primary key (tenant_id, job_id, part, n),
  constraint job_chunk_job_fk foreign key (tenant_id, job_id)
    references platform.job (tenant_id, job_id) on delete cascade,
  constraint job_chunk_part_check check (part in ('input', 'output'))
);
call platform.guard_tenant_table('platform.job_chunk');
