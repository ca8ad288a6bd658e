-- Purpose: takes back V0000.10
-- Depends: V0000.10
-- Rollback: V0000.10__create_job.sql
-- Destructive: approved
drop table platform.job_chunk;
drop table platform.job;
