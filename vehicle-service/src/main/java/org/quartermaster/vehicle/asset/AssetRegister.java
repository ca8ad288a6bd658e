package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.asset.AssetHistory.Deed;
import org.quartermaster.vehicle.completeness.Completeness;
import org.quartermaster.vehicle.completeness.EntityType;
import org.quartermaster.vehicle.completeness.WeightSet;
import org.quartermaster.vehicle.completeness.Weights;
import org.quartermaster.vehicle.identity.UserId;

/** The one way in which assets change: every change brings the score up to date, writes history and tells of itself. */
@ApplicationScoped
public class AssetRegister {
    static final String ENTITY = "asset";

    /** While one waits for an answer; the refusal names it as {@code transfer_id}. */
    public static final ProblemType OPEN_TRANSFER = new ProblemType(409, "open_transfer");

    private static final ProblemType ARCHIVED = new ProblemType(409, "asset_archived");
    private static final String OPEN_TRANSFER_ID = "select " + AssetRepository.OPEN_TRANSFER_ID.formatted("$1");
    private static final int SCALE = 2;

    private final AssetRepository assets;
    private final AssetViews views;
    private final AssetHistory history;
    private final OdometerReadings readings;
    private final Weights weights;

    @Inject
    AssetRegister(
            AssetRepository assets,
            AssetViews views,
            AssetHistory history,
            OdometerReadings readings,
            Weights weights) {
        this.assets = assets;
        this.views = views;
        this.history = history;
        this.readings = readings;
        this.weights = weights;
    }

    /**
     * An asset that may be changed now.
     *
     * @param before how it was shown until now; null for a new one
     */
    public record Held(Asset asset, WeightSet weights, AssetView before) {}

    /** Locks an asset that is not archived; 409 {@code asset_archived} for another. */
    public Uni<Asset> lockLive(UUID id) {
        return assets.lock(id).invoke(asset -> {
            if (asset.dataStatus == DataStatus.ARCHIVED) {
                throw Problem.of(ARCHIVED);
            }
        });
    }

    /** A draft of the caller's tenant with an id and nothing else, to be filled and entered. */
    public static Asset blank(UnitOfWork unit, Acquisition acquisition) {
        var asset = new Asset();
        asset.id = Ids.uuid();
        asset.tenantId = unit.caller().tenant();
        asset.acquisition = acquisition;
        asset.createdBy = UserId.of(unit.caller());
        asset.createdAt = unit.now();
        asset.updatedAt = unit.now();
        return asset;
    }

    /** Puts a held asset away; the caller saves it. */
    public static void archive(UnitOfWork unit, Asset asset, String reason) {
        asset.dataStatus = DataStatus.ARCHIVED;
        asset.archivedAt = unit.now();
        asset.archivedBy = UserId.of(unit.caller());
        asset.archiveReason = reason;
    }

    /**
     * Gets a locked asset ready for a change, which is to be made afterwards.
     *
     * @param said an asset that knows no more than the VIN, organizations and person that are to be set
     * @throws Problem 409 {@code vin_in_use}, 422 for an organization or person that is not known
     */
    public Uni<Held> ready(UnitOfWork unit, Asset asset, Asset said) {
        return prepare(unit, asset, said).map(set -> new Held(asset, set, views.of(asset)));
    }

    private Uni<WeightSet> prepare(UnitOfWork unit, Asset asset, Asset said) {
        var queries = new ArrayList<Query>(Weights.forWriting(EntityType.VEHICLE));
        var checks = queries.size();
        queries.addAll(AssetChecks.queries(asset, said));
        queries.add(Query.of(OPEN_TRANSFER_ID, asset.id));
        return unit.runAll(queries).map(results -> {
            AssetChecks.check(said, results, checks);
            asset.openTransferId =
                    results.get(results.size() - 1).iterator().next().getUUID(0);
            return weights.read(results.get(checks - 1));
        });
    }

    /** The id in the first row, or null. */
    static UUID first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next().getUUID(0);
    }

    /** Enters a new asset. */
    public Uni<AssetView> enter(UnitOfWork unit, Asset asset, Origin origin) {
        return prepare(unit, asset, asset)
                .map(set -> new Held(asset, set, null))
                // Before it is persisted, or the score would be an update that raises the version.
                .invoke(this::score)
                .call(() -> assets.persist(asset))
                .chain(held -> save(unit, held, "created", origin, null));
    }

    /**
     * Ends a change of an asset that was made ready before; nothing is written where nothing changed.
     *
     * @param verb of the event and the history
     * @param reason why it was done, or null
     */
    public Uni<AssetView> save(UnitOfWork unit, Held held, String verb, Origin origin, String reason) {
        return save(unit, held, deed(held, verb, origin, reason), null);
    }

    /** As above for a change of hands, of which the event tells by {@code told} instead of the asset. */
    public Uni<AssetView> transferred(UnitOfWork unit, Held held, Origin origin, Object told) {
        return save(unit, held, deed(held, "transferred", origin, null), told);
    }

    private static Deed deed(Held held, String verb, Origin origin, String reason) {
        var from = held.before() == null ? null : held.before().dataStatus();
        return new Deed(verb, from, held.asset().dataStatus, origin, reason);
    }

    private Uni<AssetView> save(UnitOfWork unit, Held held, Deed deed, Object told) {
        var asset = held.asset();
        score(held);
        if (views.of(asset).equals(held.before())) {
            return Uni.createFrom().item(held.before());
        }
        if (held.before() != null) {
            asset.version++;
            asset.updatedAt = unit.now();
        }
        var view = views.of(asset);
        unit.changed(change(held, view, deed, told));
        var before = held.before() == null ? null : views.values(held.before());
        var after = views.values(view);
        var changed = AssetHistory.changed(before, after);
        return history.write(unit, asset.id, deed, before, after)
                .chain(() -> readings.follow(unit, asset, changed, deed.origin()))
                .replaceWith(view);
    }

    private static Change change(Held held, AssetView view, Deed deed, Object told) {
        var id = view.id().toString();
        return told == null
                ? new Change(ENTITY, id, deed.action(), view, held.before(), extra(deed), null, false)
                : Change.eventOnly(ENTITY, id, deed.action(), told, null);
    }

    void score(Held held) {
        var completeness = completeness(held);
        held.asset().completenessScore =
                BigDecimal.valueOf(completeness.score()).setScale(SCALE);
        held.asset().completenessVersion = (int) completeness.version();
    }

    /** How complete the asset is as it stands now. */
    Completeness completeness(Held held) {
        return Completeness.of(held.weights(), fill(views.of(held.asset())));
    }

    AssetFill fill(AssetView view) {
        return new AssetFill(views.values(view));
    }

    private static Map<String, Object> extra(Deed deed) {
        var extra = new LinkedHashMap<String, Object>();
        if (deed.from() != null && deed.isStep()) {
            extra.put("previous", Map.of("data_status", deed.from()));
        }
        if (deed.reason() != null) {
            extra.put("reason", deed.reason());
        }
        return extra;
    }

    /** The names of fields that are mandatory and have been emptied. */
    List<String> emptied(Held held) {
        var before = Completeness.of(held.weights(), fill(held.before())).gaps();
        return completeness(held).gaps().stream()
                .filter(field -> !before.contains(field))
                .toList();
    }
}
