package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.vin.VinPrefix;

/** The list of vehicles. */
@ApplicationScoped
class VehicleList {
    private static final SortKey VIN = SortKey.of("vin", "v.vin", "text");
    private static final List<SortKey> SORTS = List.of(VIN, SortKey.nullable("year", "v.year", "int"));

    private final TenantDatabase database;
    private final DatabaseJson json;
    private final Vocabulary vocabulary;

    @Inject
    VehicleList(TenantDatabase database, DatabaseJson json, Vocabulary vocabulary) {
        this.database = database;
        this.json = json;
        this.vocabulary = vocabulary;
    }

    /** By VIN, unless sorted otherwise. */
    Uni<Slice<VehicleView>> find(Caller caller, Fields query) {
        var list = new ListQuery("vehicles", "cast(to_jsonb(v) as text) as vehicle", "vehicle.vehicles v");
        query.integer("year_min", 1900, 2100).to(year -> list.where("v.year >= ?", year));
        query.integer("year_max", 1900, 2100).to(year -> list.where("v.year <= ?", year));
        var prefix = VinPrefix.read(query, "vin_prefix");
        if (prefix != null) {
            list.where("v.vin >= ? and v.vin < ?", prefix.value(), prefix.end());
        }
        var asked = new Vocabulary.Asked(Choices.read(query, "make"), Choices.read(query, "model"), List.of());
        list.pageByCursor(query).sortOneWay(query, SORTS, "vin", VIN);
        query.checkQuery();
        return vocabulary.find(caller, asked).chain(found -> {
            list.inParts("all", List.of(new Part("v.is_removed = false")));
            found.narrow(list, asked, "v.make", "v.model");
            return list.run(database, caller, query, row -> json.read(row.getString("vehicle"), VehicleView.class));
        });
    }
}
