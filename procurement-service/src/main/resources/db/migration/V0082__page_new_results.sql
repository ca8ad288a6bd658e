-- Purpose: lets the new results of a saved search be read in pages before its mark moves
-- Depends: V0035
-- Rollback: U0082__page_new_results.sql
-- Destructive: approved

-- up to which position the run at hand shows changes; null between runs
alter table procurement.saved_searches add column run_until bigint;
drop trigger raise_rv on procurement.saved_searches;
create trigger raise_rv before update on procurement.saved_searches
  for each row execute function platform.raise_rv('last_run_at', 'last_seen_seq', 'run_until');
