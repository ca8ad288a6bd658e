-- Purpose: what an import found wrong, and where
-- Depends: V0001, V0000.26
-- Rollback: U0024__create_ocds_import_issues.sql

create table procurement.ocds_import_issues (
  issue_id bigint not null generated always as identity,
  job_id varchar(50) not null,
  -- line or index in the file, from 0
  position bigint not null,
  ocid text,
  release_id text,
  severity text not null,
  code text not null,
  pointer text,
  message text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ocds_import_issues_pkey primary key (issue_id),
  constraint ocds_import_issues_severity_check check (severity in ('error', 'warning'))
);
create index ocds_import_issues_job_idx on procurement.ocds_import_issues (job_id, issue_id);
call platform.guard_global_table('procurement.ocds_import_issues');
