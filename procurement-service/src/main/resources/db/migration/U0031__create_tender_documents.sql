-- Purpose: takes back V0031
-- Depends: V0031
-- Rollback: V0031__create_tender_documents.sql
-- Destructive: approved

drop table procurement.document_blobs;
drop view procurement.documents;
drop table procurement.tender_documents;
