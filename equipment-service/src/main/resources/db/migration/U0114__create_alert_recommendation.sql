-- Purpose: rollback of V0114: parts, tools and protection that the catalogue recommends for an alert
-- Depends: V0114
-- Rollback: V0114__create_alert_recommendation.sql
-- Destructive: approved

drop table alert_recommendations;
