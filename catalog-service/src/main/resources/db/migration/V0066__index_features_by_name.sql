-- Purpose: features are found by name, too
-- Depends: V0004, V0013
-- Rollback: U0066__index_features_by_name.sql
create index etimfeature_name_idx on catalog.etimfeature (catalog.name_key(name));
create index productspecification_key_idx
  on catalog.productspecification (tenant_id, spec_key, canonical_low, canonical_high);
