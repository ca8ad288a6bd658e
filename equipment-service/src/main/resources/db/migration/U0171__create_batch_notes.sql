-- Purpose: takes back V0171
-- Depends: V0171
-- Rollback: V0171__create_batch_notes.sql
-- Destructive: approved

drop table telemetry_batch_notes;
