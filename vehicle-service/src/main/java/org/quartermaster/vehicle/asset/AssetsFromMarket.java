package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.asset.AssetRegister.Held;
import org.quartermaster.vehicle.asset.Origin.Source;

/** Fills assets from what the market knows of their vehicles. */
@ApplicationScoped
class AssetsFromMarket {
    private final AssetRegister register;
    private final AssetViews views;

    @Inject
    AssetsFromMarket(AssetRegister register, AssetViews views) {
        this.register = register;
        this.views = views;
    }

    /** Never overwrites; a vehicle that the market does not know fills nothing. */
    Uni<Answer> prefill(UnitOfWork unit, UUID id, boolean dryRun) {
        return register.lockLive(id)
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .chain(held -> unit.run(MarketData.VEHICLE, held.asset().vin).chain(rows -> {
                    if (rows.size() == 0) {
                        return answer(held.before(), List.of(), dryRun);
                    }
                    var row = rows.iterator().next();
                    return dryRun ? show(unit, held, row) : fill(unit, held, row);
                }));
    }

    private Uni<Answer> fill(UnitOfWork unit, Held held, Row row) {
        var filled = MarketData.fill(held.asset(), row);
        var reference = MarketReference.of(row.getString("source_file_id"), row.getInteger("source_row_no"));
        return register.save(unit, held, "updated", new Origin(Source.MARKET, reference), null)
                .chain(view -> answer(view, filled, false));
    }

    /** NB: apart from the session, so that nothing is written. */
    private Uni<Answer> show(UnitOfWork unit, Held held, Row row) {
        unit.session().detach(held.asset());
        var filled = MarketData.fill(held.asset(), row);
        register.score(held);
        return answer(views.of(held.asset()), filled, true);
    }

    private static Uni<Answer> answer(AssetView view, List<String> filled, boolean dryRun) {
        return Uni.createFrom().item(Answer.ok(new PrefilledAsset(view, filled, dryRun)));
    }

    /** What a request says of a lot that was bought. */
    record Bought(Long lotId, AssetInput purchase) {
        static Bought read(Fields fields) {
            fields.require("lot_id");
            var id = fields.decimal("lot_id", 0, "1", "9223372036854775807").value();
            var purchase = AssetInput.purchase(fields);
            fields.checkStrictly();
            return new Bought(id.longValue(), purchase);
        }
    }

    Uni<Answer> fromLot(UnitOfWork unit, Bought bought) {
        return unit.run(MarketData.LOT, bought.lotId())
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.invalid("lot_id", "lot_not_found");
                    }
                    var row = rows.iterator().next();
                    if (row.getBoolean("is_removed")) {
                        throw Problem.invalid("lot_id", "lot_removed");
                    }
                    return row;
                })
                .chain(row -> register.enter(unit, draft(unit, bought, row), origin(bought)))
                .map(AssetService::created);
    }

    private static Origin origin(Bought bought) {
        return new Origin(Source.LOT, bought.lotId().toString());
    }

    private static Asset draft(UnitOfWork unit, Bought bought, Row row) {
        var asset = MarketData.bought(unit, bought.lotId(), row);
        bought.purchase().apply(asset, unit.now());
        return asset;
    }
}
