package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.completeness.Completeness;
import org.quartermaster.vehicle.completeness.EntityType;
import org.quartermaster.vehicle.completeness.Fill;
import org.quartermaster.vehicle.completeness.Weights;
import org.quartermaster.vehicle.market.Choices;
import org.quartermaster.vehicle.vin.VinJudge;

/** Assets as they are read. */
@ApplicationScoped
class AssetList {
    private static final List<SortKey> SORTS = List.of(
            SortKey.of("updated_at", "a.updated_at", "timestamptz"),
            SortKey.nullable("completeness_score", "a.completeness_score", "numeric"),
            SortKey.nullable("make", "a.make", "text"),
            SortKey.of("created_at", "a.created_at", "timestamptz"));
    private static final SortKey ID = SortKey.of("id", "a.id", "uuid");
    private static final String MATCHES = """
        concat_ws(' ', a.vin, a.license_plate, a.make, a.model, a.variant, a.serial_number, a.year, a.notes)
          ilike all (?)
        """;
    private static final String NO_VIN = """
        a.vin is null and not (a.asset_kind in ('trailer', 'boat', 'machine', 'other')
          and not %s and length(btrim(a.serial_number)) >= 3)
        """.formatted(Fill.emptySql("a.serial_number"));

    private final TenantDatabase database;
    private final AssetViews views;
    private final Weights weights;
    private final VinJudge judge;

    @Inject
    AssetList(TenantDatabase database, AssetViews views, Weights weights, VinJudge judge) {
        this.database = database;
        this.views = views;
        this.weights = weights;
        this.judge = judge;
    }

    /** What was changed last first, unless sorted otherwise. */
    Uni<Slice<AssetView>> find(Caller caller, Fields query) {
        var list = new ListQuery("assets", AssetRepository.SELECT, AssetRepository.FROM);
        list.words("a.data_status", query.words("data_status", DataStatus.class))
                .words("a.asset_kind", query.words("asset_kind", AssetKind.class));
        for (var column : List.of("make", "model", "license_plate")) {
            var values = Choices.read(query, column);
            if (!values.isEmpty()) {
                list.where("a." + column + " = any (?)", (Object) values.toArray(String[]::new));
            }
        }
        query.integer("year_min", 1900, 2100).to(year -> list.where("a.year >= ?", year));
        query.integer("year_max", 1900, 2100).to(year -> list.where("a.year <= ?", year));
        query.decimal("score_min", 2, "0", "100").to(score -> list.where("a.completeness_score >= ?", score));
        query.decimal("score_max", 2, "0", "100").to(score -> list.where("a.completeness_score <= ?", score));
        query.uuid("owner_person_id").to(id -> list.where("a.owner_person_id = ?", id));
        search(query, list);
        return list.page(query).sort(query, SORTS, "-updated_at", ID).run(database, caller, query, views::read);
    }

    private void search(Fields query, ListQuery list) {
        query.text("missing", 0, 100).to(field -> missing(query, list, field));
        query.text("q", 0, 200).to(text -> list.where(MATCHES, (Object) patterns(text)));
        query.text("vin", 0, 100)
                .to(vin -> list.where(
                        "a.vin_normalized = ?", judge.requireWellFormed(vin).normalized()));
    }

    private static void missing(Fields query, ListQuery list, String field) {
        if (!EntityType.VEHICLE.fields().contains(field)) {
            query.error("missing", "enum", String.join(", ", EntityType.VEHICLE.fields()));
            return;
        }
        list.where(field.equals("vin") ? NO_VIN : Fill.emptySql("cast(a." + field + " as text)"));
    }

    private static String[] patterns(String text) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    Uni<AssetView> get(Caller caller, UUID id) {
        return database.readAll(caller, List.of(AssetRepository.one(id)))
                .map(results -> views.read(AssetRepository.NOT_FOUND.require(results.get(0))));
    }

    /** @param version of the weights, or null for the present one */
    Uni<Answer> completeness(Caller caller, UUID id, Integer version) {
        return database.readAll(caller, List.of(AssetRepository.one(id), Weights.query(EntityType.VEHICLE, version)))
                .map(results -> {
                    var view = views.read(AssetRepository.NOT_FOUND.require(results.get(0)));
                    var completeness = Completeness.of(weights.read(results.get(1)), new AssetFill(views.values(view)))
                            .unless(AssetViews.hasDoubtfulVin(view));
                    return Answer.ok(completeness, ETags.of(view.version(), completeness.toString()));
                });
    }
}
