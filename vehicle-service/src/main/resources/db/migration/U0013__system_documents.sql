-- Purpose: takes back V0013
-- Depends: V0013
-- Rollback: V0013__system_documents.sql
-- Destructive: approved
drop table if exists system.document_contents;
drop table if exists system.documents;
drop schema if exists system;
