-- Purpose: takes back V0010
-- Depends: V0010
-- Rollback: V0010__create_job.sql
-- Destructive: approved
drop table platform.job_chunk;
drop table platform.job;
