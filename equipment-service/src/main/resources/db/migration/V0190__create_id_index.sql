-- Purpose: lets pages by number skip the machines before them in an index alone
-- Depends: V0101
-- Rollback: U0190__create_id_index.sql

create index ix_equipment_id on equipment (tenant_id, equipment_id) where deleted_at is null;
