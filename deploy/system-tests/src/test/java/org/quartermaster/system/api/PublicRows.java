package org.quartermaster.system.api;

import java.util.List;

/** Operations on rows that belong to no organization: what is not named here is taken for an organization's own. */
final class PublicRows {
    private static final List<String> PATHS = List.of(
            "/q/",
            "equipment /scan/",
            "equipment /api/v1/scan/",
            "vehicle /api/v1/audit/",
            "vehicle /api/v1/completion-weights/",
            "vehicle /api/v1/conflicts",
            "vehicle /api/v1/feed",
            "vehicle /api/v1/images/",
            "vehicle /api/v1/imports",
            "vehicle /api/v1/lots",
            "vehicle /api/v1/makes-models",
            "vehicle /api/v1/quarantine/",
            "vehicle /api/v1/sale-events/",
            "vehicle /api/v1/taxonomies/",
            "vehicle /api/v1/unknown-values",
            "vehicle /api/v1/vehicles",
            "vehicle /api/v1/vin",
            "catalog /api/v1/etim/",
            "catalog /api/v1/unspsc",
            "catalog /api/v1/safety/",
            "procurement /api/v1/admin/",
            "procurement /api/v1/billing/plans",
            "procurement /api/v1/cpv",
            "procurement /api/v1/documents/",
            "procurement /api/v1/entities",
            "procurement /api/v1/entity-categories",
            "procurement /api/v1/ocds/",
            "procurement /api/v1/tenders");

    private PublicRows() {}

    static boolean isPublic(Operation operation) {
        var path = operation.service() + " " + operation.path();
        return PATHS.stream()
                .anyMatch(start -> path.startsWith(start) || operation.path().startsWith(start));
    }
}
