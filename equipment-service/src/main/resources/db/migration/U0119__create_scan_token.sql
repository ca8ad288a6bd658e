-- Purpose: rollback of V0119: label tokens of machines, and the directory that finds the tenant of a scan
-- Depends: V0119
-- Rollback: V0119__create_scan_token.sql
-- Destructive: approved

drop table scan_directory;
drop table scan_tokens;
