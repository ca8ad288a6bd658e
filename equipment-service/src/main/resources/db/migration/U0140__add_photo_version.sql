-- Purpose: rollback of V0140: versions of photos for their entity tags, and photos of fault reports apart
-- Depends: V0140
-- Rollback: V0140__add_photo_version.sql
-- Destructive: approved

alter table equipment_photos drop constraint equipment_photos_fault_not_primary_check;
alter table equipment_photos drop column of_fault;
alter table equipment_photos drop column version;
