-- Purpose: takes back V0060
-- Depends: V0060
-- Rollback: V0060__keep_trial_claims.sql
-- Destructive: approved
drop table procurement.trial_claims;
