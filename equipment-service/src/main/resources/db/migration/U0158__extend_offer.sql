-- Purpose: rollback of V0158: keep of an offer how new it is, its version and the services that came with a transfer
-- Depends: V0158
-- Rollback: V0158__extend_offer.sql
-- Destructive: approved

alter table equipment_offers drop column services;
alter table equipment_offers drop column version;
alter table equipment_offers drop column as_of;
