-- Purpose: let the minute tick find the plans that are due for a look, of all tenants, without a scan
-- Depends: V0111
-- Rollback: U0145__create_plan_check_index.sql
-- Destructive: approved

-- Led by the time and not by the tenant, because the tick asks for all tenants at once; nothing asked for one.
create index ix_plans_check on maintenance_plans (next_check_at, tenant_id, plan_id)
    where state = 'active' and deleted_at is null and next_check_at is not null;
drop index ix_plans_next_check;
