package org.quartermaster.procurement.audit;

import org.quartermaster.platform.db.Words;

/** A table whose rows stand in a chain for each tenant. */
enum ChainedLog {
    ADMIN_AUDIT_LOG("log_id", """
            'log_id', r.log_id, 'tenant_id', r.tenant_id, 'admin_user_id', r.admin_user_id, 'action', r.action,
            'target_type', r.target_type, 'target_id', r.target_id, 'changes', r.changes"""),
    AUDIT_LOG("audit_id", """
            'audit_id', r.audit_id, 'tenant_id', r.tenant_id, 'user_id', r.user_id, 'action', r.action,
            'details', r.details""");

    /** NB: the form of a time must not depend on the session. */
    private static final String COMMON = """
            jsonb_build_object(%s, 'ip_address', r.ip_address::text,
              'created_at', to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
              'updated_at', to_char(r.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text""";

    private final String key;
    private final String members;

    ChainedLog(String key, String members) {
        this.key = key;
        this.members = members;
    }

    /** As it is called in the chain. */
    String word() {
        return Words.of(this);
    }

    String table() {
        return "procurement." + word();
    }

    /** The column that identifies a row. */
    String key() {
        return key;
    }

    /** SQL of the whole row {@code r} as JSON: what a link of the chain is made of. */
    String content() {
        return COMMON.formatted(members);
    }
}
