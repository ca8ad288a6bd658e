-- Purpose: takes back V0001
-- Depends: V0001
-- Rollback: V0001__create_tenant_guard.sql
-- Destructive: approved
drop procedure platform.guard_tenant_table(regclass, boolean);
drop function platform.touch_updated_at();
do $$ begin
  execute format('revoke usage on schema platform from %I, %I', current_database() || '_app', current_database() || '_system');
end $$;
