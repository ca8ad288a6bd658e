package org.quartermaster.platform.change;

/**
 * Where the audit rows of a service stand. Without a bean of its own a service has the table {@code <service>_audit},
 * or none where nothing of it is audited.
 */
public interface AuditTable {
    /**
     * SQL that adds the audit rows of a transaction: {@code insert ... select ... from change where audited}. The
     * columns of {@code change}: {@code home} and {@code tenant_id} (of who did it, and of its event), {@code entity},
     * {@code entity_id}, {@code verb}, {@code actor}, {@code actor_type} (user, api_key or system), {@code at},
     * {@code request_id}, {@code address}, {@code user_agent}, {@code changed} (names), {@code before} (of what
     * changed; null for what is new), {@code after} (the whole view), and {@code n}, the order.
     */
    String insert();

    /** Whether changes of global rows are audited too. */
    default boolean hasGlobalRows() {
        return false;
    }
}
