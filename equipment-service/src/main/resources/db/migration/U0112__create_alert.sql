-- Purpose: rollback of V0112: alerts of machines in the order of their urgency
-- Depends: V0112
-- Rollback: V0112__create_alert.sql
-- Destructive: approved

drop table equipment_alerts;
