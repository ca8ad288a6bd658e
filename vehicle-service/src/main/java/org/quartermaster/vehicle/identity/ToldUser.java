package org.quartermaster.vehicle.identity;

import java.util.List;

/**
 * What is read of an event about a user.
 *
 * @param memberships all that the user has; null where the event does not tell of them
 */
public record ToldUser(String userId, String fullName, String status, List<Membership> memberships) {

    /** The roles of a user in one tenant. */
    public record Membership(String tenant, List<String> roles) {}
}
