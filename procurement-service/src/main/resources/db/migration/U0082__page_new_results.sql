-- Purpose: takes back V0082
-- Depends: V0082
-- Rollback: V0082__page_new_results.sql
-- Destructive: approved

drop trigger raise_rv on procurement.saved_searches;
create trigger raise_rv before update on procurement.saved_searches
  for each row execute function platform.raise_rv('last_run_at', 'last_seen_seq');
alter table procurement.saved_searches drop column run_until;
