-- Purpose: takes back V0000.01
-- Depends: V0000.01
-- Rollback: V0000.01__create_tenant_guard.sql
-- Destructive: approved
drop procedure platform.guard_tenant_table(regclass, boolean);
drop function platform.touch_updated_at();
do $$ begin
  execute format('revoke usage on schema platform from %I, %I', current_database() || '_app', current_database() || '_system');
end $$;
