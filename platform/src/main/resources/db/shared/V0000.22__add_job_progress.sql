-- Purpose: what a running job is at, and what it has counted so far
-- Depends: V0000.10
-- Rollback: U0000.22__add_job_progress.sql
alter table platform.job add column progress text;
