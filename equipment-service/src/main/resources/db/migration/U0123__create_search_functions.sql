-- Purpose: rollback of V0123: search by text, box and distance past the limits of row-level security, within the tenant
-- Depends: V0123
-- Rollback: V0123__create_search_functions.sql
-- Destructive: approved

drop function nearest_machines(
    double precision, double precision, int, double precision, varchar[], varchar[], timestamptz);
drop function box_machine_ids(double precision, double precision, double precision, double precision, int);
drop function search_machine_ids(text, int, boolean);
drop function required_tenant();
drop function search_patterns(text);
drop policy search_access on equipment;
revoke select on equipment from equipment_search;
