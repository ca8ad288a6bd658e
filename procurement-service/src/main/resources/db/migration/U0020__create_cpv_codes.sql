-- Purpose: takes back V0020
-- Depends: V0020
-- Rollback: V0020__create_cpv_codes.sql
-- Destructive: approved

drop table procurement.cpv_labels;
drop table procurement.cpv_codes;
