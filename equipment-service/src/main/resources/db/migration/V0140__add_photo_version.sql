-- Purpose: versions of photos for their entity tags, and photos of fault reports apart from those of the machine
-- Depends: V0108
-- Rollback: U0140__add_photo_version.sql

alter table equipment_photos add column version bigint not null default 1;
alter table equipment_photos add column of_fault boolean not null default false;
alter table equipment_photos
    add constraint equipment_photos_fault_not_primary_check check (not (of_fault and is_primary));
