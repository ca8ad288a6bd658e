package org.quartermaster.catalog.activity;

/** A row of the log as its chain holds on to it. */
final class ActivityRow {
    /** NB: the form of a time must not depend on the session. */
    private static final String TIME = "to_char(r.%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";

    /** SQL of the whole row {@code r} as JSON text. */
    static final String CONTENT =
            """
            jsonb_build_object('tenant_id', r.tenant_id, 'id', r.id, 'entity_type', r.entity_type,
              'entity_id', r.entity_id, 'action', r.action, 'user_id', r.user_id, 'actor_type', r.actor_type,
              'details', r.details, 'ip_address', r.ip_address::text, 'user_agent', r.user_agent,
              'request_id', r.request_id, 'timestamp', %s, 'created_at', %s, 'updated_at', %s)::text""".formatted(TIME.formatted("\"timestamp\""), TIME.formatted("created_at"), TIME.formatted("updated_at"));

    private ActivityRow() {}
}
