package org.quartermaster.catalog.activity;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.AuditTable;

/** The activity log as the audit of this service: one row for each change, in the transaction of the change. */
@ApplicationScoped
final class ActivityTable implements AuditTable {
    /** NB: an event whose verb is no word of the log is an update, and its verb stands in the details. */
    private static final String INSERT = """
            insert into catalog.activitylog (tenant_id, entity_type, entity_id, action, user_id, actor_type, details,
              ip_address, user_agent, request_id, "timestamp")
            select c.home, c.entity, c.entity_id, word.action, c.actor, c.actor_type,
              case
                when c.verb = 'deleted' and coalesce(c.before, jsonb_build_object()) = jsonb_build_object()
                  then jsonb_build_object('before', c.after)
                when c.before is null then jsonb_build_object('after', c.after)
                else jsonb_build_object('before', c.before, 'after', coalesce(
                  (select jsonb_object_agg(name, c.after -> name) from unnest(c.changed) name), jsonb_build_object()))
              end || case when word.action = c.verb then jsonb_build_object() else jsonb_build_object('verb', c.verb) end,
              cast(nullif(split_part(c.address, '%', 1), '') as inet), left(c.user_agent, 2000), left(c.request_id, 300),
              c.at
            from change c cross join lateral (select case
              when c.verb in ('created', 'updated', 'deleted', 'restored', 'viewed', 'sent', 'accepted', 'rejected',
                'expired', 'confirmed', 'imported', 'exported', 'override') then c.verb
              when c.verb in ('received', 'held', 'drafted') then 'created'
              when c.verb = 'completed' and c.entity in ('import', 'export') then c.entity || 'ed'
              else 'updated' end as action) word
            where c.audited order by c.n
            """;

    @Override
    public String insert() {
        return INSERT;
    }

    @Override
    public boolean hasGlobalRows() {
        return true;
    }
}
