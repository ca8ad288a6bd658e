package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;

/** One recommendation for each alert of a machine, however often and in whatever order its events come. */
@ApplicationScoped
class AlertRecommendations {
    private static final int MAX_TITLE = 300;
    private static final int MAX_DESCRIPTION = 20_000;

    /** Events about one alert come by two consumers, on any replica. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('alert/' || $1::text || '/' || $2::text, 0))";

    private static final String IS_OVER = "select 1 from catalog.alertover where tenant_id = $1 and alert_id = $2";
    private static final String OVER =
            "insert into catalog.alertover (tenant_id, alert_id) values ($1, $2) on conflict do nothing";

    private final Suggestions suggestions;
    private final Recommendations recommendations;
    private final RecommendationTable table;

    @Inject
    AlertRecommendations(Suggestions suggestions, Recommendations recommendations, RecommendationTable table) {
        this.suggestions = suggestions;
        this.recommendations = recommendations;
        this.table = table;
    }

    Uni<Void> raised(UnitOfWork unit, RaisedAlert alert) {
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant, alert.alertId())
                .chain(() -> unit.run(IS_OVER, tenant, alert.alertId()))
                .chain(over -> over.size() > 0
                        ? Uni.createFrom().voidItem()
                        : table.find(unit, WorkSource.EQUIPMENT_ALERT, alert.alertId())
                                .chain(known ->
                                        known.isPresent() ? Uni.createFrom().voidItem() : recommend(unit, alert)));
    }

    private Uni<Void> recommend(UnitOfWork unit, RaisedAlert alert) {
        return suggestions
                .suggest(unit, alert.question(), alert.priority(), alert.parts())
                .chain(found -> recommendations.enter(unit, row(alert, found), found.items()))
                .replaceWithVoid();
    }

    private static RecommendationRow row(RaisedAlert alert, Suggestion found) {
        var row = new RecommendationRow();
        row.title = cut(found.title() + ": " + alert.equipmentName(), MAX_TITLE);
        row.description = cut(alert.description(), MAX_DESCRIPTION);
        row.category = "maintenance";
        row.priority = alert.priority();
        row.recommendationSource = WorkSource.EQUIPMENT_ALERT;
        row.sourceRef = alert.alertId();
        row.dueDate = alert.dueAt();
        row.clientRequirements = alert.machine();
        row.evidence = SavedSuggestions.notes(found.notes());
        return row;
    }

    private static String cut(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
    }

    Uni<Void> resolved(UnitOfWork unit, ResolvedAlert resolved) {
        var alert = resolved.alertId();
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant, alert)
                .chain(() -> unit.run(OVER, tenant, alert))
                .chain(() -> table.find(unit, WorkSource.EQUIPMENT_ALERT, alert))
                .chain(known -> known.isPresent()
                        ? recommendations.cancelOpen(unit, known.get())
                        : Uni.createFrom().voidItem());
    }
}
