-- Purpose: takes back V0000.22
-- Depends: V0000.22
-- Rollback: V0000.22__add_job_progress.sql
-- Destructive: approved
alter table platform.job drop column progress;
