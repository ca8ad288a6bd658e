package org.quartermaster.procurement.user;

import java.util.List;
import java.util.UUID;

/** What events tell of a user; never an address. */
public record UserEvent(
        UUID userId, String fullName, String status, boolean emailVerified, List<Membership> memberships) {

    /** The roles of a user in one organization, named by its tenant. */
    public record Membership(String tenant, List<String> roles) {}
}
