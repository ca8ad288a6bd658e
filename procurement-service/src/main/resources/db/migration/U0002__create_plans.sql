-- Purpose: takes back V0002
-- Depends: V0002
-- Rollback: V0002__create_plans.sql
-- Destructive: approved
drop table procurement.plans;
drop function procurement.refuse_shared_price();
