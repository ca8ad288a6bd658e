-- Purpose: rollback of V0159: keep how new the event behind a cost is
-- Depends: V0159
-- Rollback: V0159__add_cost_time.sql
-- Destructive: approved

alter table equipment_costs drop column as_of;
