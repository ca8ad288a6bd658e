-- Purpose: takes back V0004
drop table platform.issuer_keys;
