-- Purpose: takes back V0000.27
-- Depends: V0000.27
-- Rollback: V0000.27__keep_errors_of_jobs.sql
-- Destructive: approved
delete from platform.job_chunk where part = 'errors';
alter table platform.job_chunk drop constraint job_chunk_part_check,
  add constraint job_chunk_part_check check (part in ('input', 'output'));
