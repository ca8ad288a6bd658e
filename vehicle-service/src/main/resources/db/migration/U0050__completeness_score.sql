-- Purpose: takes back V0050
-- Depends: V0050
-- Rollback: V0050__completeness_score.sql
-- Destructive: approved
drop function if exists system.completeness(text, jsonb);
