-- Purpose: rollback of V0117: what a machine has cost, per currency
-- Depends: V0117
-- Rollback: V0117__create_cost.sql
-- Destructive: approved

drop table equipment_costs;
