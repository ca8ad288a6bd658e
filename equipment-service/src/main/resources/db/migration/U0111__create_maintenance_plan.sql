-- Purpose: rollback of V0111: maintenance plans of machines and when they fall due
-- Depends: V0111
-- Rollback: V0111__create_maintenance_plan.sql
-- Destructive: approved

drop table maintenance_plans;
