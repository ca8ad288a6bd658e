package org.quartermaster.catalog.specification;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;

/** The features of the confirmed class of an article; of an article without one, as all classes have them. */
@ApplicationScoped
class Features {
    private static final String FIND = """
            with class as (
              select e.id from catalog.productclassification k
              join catalog.etimclass e on e.class_code = k.etim_class and e.version = k.etim_version
              where k.tenant_id = $1 and k.product_id = $2 and k.status = 'confirmed'
            ), asked as (
              select f.code, f.name, f.type from catalog.etimfeature f
              where f.code = any ($3) or $4 and f.code in (
                select cf.feature_id from catalog.etimclassfeature cf where cf.class_id = (select id from class))
            )
            select a.code, a.name, a.type, u.symbol, u.uom_code,
              not exists (select from class) or c.id is not null as in_class, cast((
                select coalesce(jsonb_object_agg(v.code, v.name), '{}') from catalog.etimclassfeature cf
                join catalog.etimclassfeaturevalue cv on cv.class_feature_id = cf.id
                join catalog.etimvalue v on v.code = cv.value_id
                where cf.feature_id = a.code and (c.id is null or cf.id = c.id)) as text) as listed
            from asked a
            left join lateral (
              select cf.id, cf.unit_id from catalog.etimclassfeature cf
              where cf.feature_id = a.code and cf.class_id = (select id from class)) c on true
            left join catalog.etimunit u on u.code = coalesce(c.unit_id, (
              select min(cf.unit_id) from catalog.etimclassfeature cf
              where cf.feature_id = a.code and c.id is null having count(distinct cf.unit_id) = 1))
            """;

    private final DatabaseJson json;

    @Inject
    Features(DatabaseJson json) {
        this.json = json;
    }

    /** Those that the specifications are bound to, by code; unknown ones are missing. */
    Uni<Map<String, Feature>> of(UnitOfWork unit, long product, List<Specification> specifications) {
        var codes = specifications.stream()
                .map(each -> each.featureId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return codes.length == 0 ? Uni.createFrom().item(Map.of()) : find(unit, product, codes, false);
    }

    /** All of its confirmed class; none without one. */
    Uni<Map<String, Feature>> ofClass(UnitOfWork unit, long product) {
        return find(unit, product, new String[0], true);
    }

    private Uni<Map<String, Feature>> find(UnitOfWork unit, long product, String[] codes, boolean all) {
        return unit.run(FIND, unit.caller().tenant(), product, codes, all).map(rows -> {
            var features = new HashMap<String, Feature>();
            rows.forEach(row -> features.put(row.getString("code"), feature(row)));
            return features;
        });
    }

    private Feature feature(Row row) {
        return new Feature(
                row.getString("code"),
                row.getString("name"),
                row.getString("type"),
                row.getString("symbol"),
                row.getString("uom_code"),
                json.read(row.getString("listed"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("in_class"));
    }
}
