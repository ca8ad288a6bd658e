-- Purpose: takes back V0124
-- Depends: V0124
-- Rollback: V0124__create_count_trigger.sql
-- Destructive: approved
drop trigger count_machine_update on equipment;
drop trigger count_machine_insert on equipment;
drop function count_machine();
drop function add_to_counts(equipment, int);
