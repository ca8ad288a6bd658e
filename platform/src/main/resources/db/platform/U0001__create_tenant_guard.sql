-- Purpose: takes back V0001
drop procedure platform.guard_tenant_table(regclass, boolean);
drop function platform.touch_updated_at();
