-- Purpose: takes back V0028
-- Depends: V0028
-- Rollback: V0028__create_tender_parts.sql
-- Destructive: approved

drop table procurement.tender_contracts;
drop table procurement.tender_awards;
drop table procurement.tender_items;
drop table procurement.tender_lots;
