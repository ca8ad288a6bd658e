-- Purpose: takes back V0032
-- Depends: V0032
-- Rollback: V0032__create_embeddings.sql
-- Destructive: approved

drop table procurement.embeddings;
