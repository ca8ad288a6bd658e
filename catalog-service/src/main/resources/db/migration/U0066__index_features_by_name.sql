-- Purpose: takes back V0066
-- Depends: V0066
-- Rollback: V0066__index_features_by_name.sql
-- Destructive: approved
drop index catalog.productspecification_key_idx;
drop index catalog.etimfeature_name_idx;
