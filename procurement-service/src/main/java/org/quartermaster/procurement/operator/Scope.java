package org.quartermaster.procurement.operator;

import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Whose records are read: those of the caller's organization, or of the installation, which only its operator sees. */
public enum Scope {
    ORGANIZATION,
    INSTALLATION;

    /** Reads the parameter {@code scope}. */
    public static Scope read(Fields query) {
        return query.word("scope", Scope.class).or(ORGANIZATION);
    }

    /** @param installation the tenant that the records of the installation stand under */
    public String tenant(Caller caller, String installation) {
        return this == INSTALLATION ? installation : caller.tenant();
    }
}
