-- Purpose: takes back V0105
-- Depends: V0105
-- Rollback: V0105__let_availability_follow_stock.sql
-- Destructive: approved
drop trigger follow_stock on catalog.product;
drop function catalog.follow_stock();
