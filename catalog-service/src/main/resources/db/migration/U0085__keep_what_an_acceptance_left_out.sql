-- Purpose: takes back V0085
-- Depends: V0085
-- Rollback: V0085__keep_what_an_acceptance_left_out.sql
-- Destructive: approved
alter table catalog.quotation
  drop column accepted_by,
  drop column client_reference,
  drop column backordered,
  drop column untracked;
