-- Purpose: rollback of V0120: vehicles that the registry offers as machines
-- Depends: V0120
-- Rollback: V0120__create_offer.sql
-- Destructive: approved

drop table equipment_offers;
