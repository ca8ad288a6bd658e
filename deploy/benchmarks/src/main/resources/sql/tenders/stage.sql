create temporary table staged (raw json, n bigint generated always as identity) on commit drop
