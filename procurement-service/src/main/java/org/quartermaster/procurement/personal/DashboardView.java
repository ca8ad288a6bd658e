package org.quartermaster.procurement.personal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a user sees first.
 *
 * @param newMatches tenders that his alerts found and that he has not seen
 * @param recommendations the best few
 */
@Schema(name = "Dashboard")
public record DashboardView(
        @Schema(description = "What the dashboard shows, as its applications keep it")
        JsonNode widgets,

        long unreadNotifications,
        long activeAlerts,
        long newMatches,
        long savedSearches,
        long openThreads,
        List<RecommendationView> recommendations) {}
