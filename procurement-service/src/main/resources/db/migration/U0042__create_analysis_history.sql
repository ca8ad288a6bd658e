-- Purpose: takes back V0042
-- Depends: V0042
-- Rollback: V0042__create_analysis_history.sql
-- Destructive: approved

drop table procurement.analysis_history;
