-- The platform's migrations once had the versions 0001 to 0013, which are a service's own. A database of that time
-- learns their new names and checksums here, before Flyway compares its history with the files.
do $$ begin
  if to_regclass('public.flyway_schema_history') is not null then
    update public.flyway_schema_history h
    set version = '0000.' || substr(h.version, 3), script = replace(h.script, 'V00', 'V0000.'), checksum = new.checksum
    from (values
      ('V0001__create_tenant_guard.sql', 1634379031),
      ('V0002__create_outbox.sql', 245232948),
      ('V0003__create_idempotency.sql', -830000565),
      ('V0004__create_issuer_keys.sql', 1797615635),
      ('V0005__create_inbox.sql', -1912630172),
      ('V0006__create_dead_letter.sql', 1287422178),
      ('V0007__add_outbox_replays.sql', 94925098),
      ('V0008__create_snapshot_request.sql', 1095933506),
      ('V0010__create_job.sql', 161447920),
      ('V0013__create_revocations.sql', -946194952)
    ) as new (script, checksum)
    where h.script in (new.script, 'db/platform/' || new.script);
  end if;
end $$;
