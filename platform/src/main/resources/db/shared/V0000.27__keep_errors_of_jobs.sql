-- Purpose: all errors of a job, in pieces like its output, of which the job itself shows the first
-- Depends: V0000.10
-- Rollback: U0000.27__keep_errors_of_jobs.sql
-- Destructive: approved
alter table platform.job_chunk drop constraint job_chunk_part_check,
  add constraint job_chunk_part_check check (part in ('input', 'output', 'errors'));
