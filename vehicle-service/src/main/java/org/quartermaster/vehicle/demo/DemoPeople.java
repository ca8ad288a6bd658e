package org.quartermaster.vehicle.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.identity.IdentityTables;
import org.quartermaster.vehicle.identity.ToldOrganization;
import org.quartermaster.vehicle.identity.ToldUser;

/** Who works at the demo's organization; told as of long ago, so that whatever the identity service tells is newer. */
@ApplicationScoped
class DemoPeople {
    static final UUID ORGANIZATION = UUID.fromString("00000000-0000-4000-8000-000000000100");
    static final String USER = "00000000-0000-4000-8000-000000000001";
    static final String CLERK = "00000000-0000-4000-8000-000000000002";
    static final String DRIVER = "00000000-0000-4000-8000-000000000003";

    private final IdentityTables identities;

    @Inject
    DemoPeople(IdentityTables identities) {
        this.identities = identities;
    }

    /** Blocking. */
    void write(Caller caller, UUID organization) throws SQLException, JsonProcessingException {
        identities.keep(
                caller.tenant(),
                new ToldOrganization(organization, "Demo farm", "company", "US", "active", null, null),
                null,
                Instant.EPOCH);
        keep(caller, USER, "Demo user", Roles.ADMIN);
        keep(caller, CLERK, "Fleet clerk", Roles.MANAGER);
        keep(caller, DRIVER, "Driver", Roles.OPERATOR);
    }

    private void keep(Caller caller, String user, String name, String role)
            throws SQLException, JsonProcessingException {
        identities.keep(new ToldUser(user, name, "active", null), "active", Instant.EPOCH);
        identities.keepMember(caller.tenant(), UUID.fromString(user), List.of(role), Instant.EPOCH);
    }
}
