package org.quartermaster.vehicle.identity;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of the tenant. */
@Schema(name = "User")
record UserView(UUID id, String name, String status, List<String> roles) {}
