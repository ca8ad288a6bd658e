-- Purpose: lets machines at one and the same place lie apart in the position index
-- Depends: V0101
-- Rollback: U0131__spread_position_index.sql
-- Destructive: approved

-- Without the id, keys of machines that stand and move together are equal, and each page split of the tree tries them
-- all: updating 100 of them took seconds after some dozen rounds, and takes milliseconds with it.
drop index ix_equipment_position;
create index ix_equipment_position
    on equipment using gist (tenant_id, position, equipment_id) where deleted_at is null;
