-- Purpose: takes back V0026
-- Depends: V0026
-- Rollback: V0026__create_workrecommendation.sql
-- Destructive: approved
drop table catalog.maintenancekititem;
drop table catalog.maintenancekit;
drop table catalog.recommendationitem;
drop table catalog.workrecommendation;
