-- Purpose: takes back V0083
-- Depends: V0083
-- Rollback: V0083__let_staff_read_support_threads.sql
-- Destructive: approved

drop function procurement.support_reads(uuid);
drop function procurement.support_messages(uuid);
drop function procurement.support_threads();
