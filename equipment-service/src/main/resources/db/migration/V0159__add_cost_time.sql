-- Purpose: keep how new the event behind a cost is, so that a late one does not undo a newer
-- Depends: V0117
-- Rollback: U0159__add_cost_time.sql

alter table equipment_costs add column as_of timestamptz;
