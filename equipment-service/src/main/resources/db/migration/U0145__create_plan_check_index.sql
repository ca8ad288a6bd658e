-- Purpose: rollback of V0145: let the minute tick find the plans that are due for a look, of all tenants, without a scan
-- Depends: V0145
-- Rollback: V0145__create_plan_check_index.sql
-- Destructive: approved

create index ix_plans_next_check
    on maintenance_plans (tenant_id, next_check_at) where state = 'active' and deleted_at is null;
drop index ix_plans_check;
