create aggregate pg_temp.merged(jsonb) (sfunc = jsonb_concat, stype = jsonb)
