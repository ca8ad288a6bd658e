-- Purpose: find the lots whose place in the feed is followed though it does not decide their state
-- Depends: V0022
-- Rollback: U0076__lots_out_of_sight.sql
create index if not exists lots_followed_idx on vehicle.lots (source, id) where is_removed or outcome_confidence = 1;
