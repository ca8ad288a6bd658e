-- Purpose: rollback of V0108: photos of machines, their bytes apart
-- Depends: V0108
-- Rollback: V0108__create_photo.sql
-- Destructive: approved

drop table photo_blobs;
drop table equipment_photos;
