-- Purpose: takes back V0085
-- Depends: V0085
-- Rollback: V0085__cut_documents_into_passages.sql
-- Destructive: approved
drop trigger tender_documents_other_text on procurement.tender_documents;
drop trigger tender_documents_new_text on procurement.tender_documents;
drop function procurement.queue_passages();
drop table procurement.passage_queue;
drop table procurement.passage_progress;
drop index procurement.tender_documents_file_path_idx;
alter table procurement.tender_documents drop column found_cpv;
