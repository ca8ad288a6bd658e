-- Purpose: takes back V0070
-- Depends: V0070
-- Rollback: V0070__create_ocds_imports.sql
-- Destructive: approved
drop trigger touch_updated_at on procurement.ocds_releases;
create trigger touch_updated_at before update on procurement.ocds_releases
  for each row execute function platform.touch_updated_at();
drop function procurement.touch_release();
drop table procurement.ocds_joins;
alter table procurement.tender_changes drop column silent;
alter table procurement.ocds_processes drop column warnings;
drop table procurement.ocds_imports;
