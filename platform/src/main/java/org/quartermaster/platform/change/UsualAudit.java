package org.quartermaster.platform.change;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.PlatformConfig;

/** The audit of a service that declares no other: the table {@code <service>_audit}. */
@ApplicationScoped
@DefaultBean
final class UsualAudit implements AuditTable {
    private static final String INSERT = """
            insert into %s_audit
              (tenant_id, entity, entity_id, action, actor, at, request_id, changed, before, after)
            select tenant_id, entity, entity_id, verb, actor, at, request_id, changed, before, after from change
            where audited
            """;

    private final PlatformConfig config;

    @Inject
    UsualAudit(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public String insert() {
        return INSERT.formatted(config.service());
    }
}
