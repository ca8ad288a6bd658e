package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can do harm. */
@Schema(name = "Hazard")
record HazardView(String code, String name, String nameAr, String description, Instant createdAt, Instant updatedAt) {}
