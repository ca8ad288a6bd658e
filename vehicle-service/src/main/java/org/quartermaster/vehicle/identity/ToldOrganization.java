package org.quartermaster.vehicle.identity;

import java.util.List;
import java.util.UUID;

/**
 * What is read of an event about an organization.
 *
 * @param userId the member that the event is about, with his roles; null in other events
 */
public record ToldOrganization(
        UUID orgId, String name, String orgType, String country, String status, String userId, List<String> roles) {}
