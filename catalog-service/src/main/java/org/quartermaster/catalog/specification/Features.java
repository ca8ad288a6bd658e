package org.quartermaster.catalog.specification;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;

/** The features of the confirmed class of an article; of an article without one, as all classes have them. */
@ApplicationScoped
class Features {
    private static final String FIND = """
            with class as (
              select k.product_id, e.id from catalog.productclassification k
              join catalog.etimclass e on e.class_code = k.etim_class and e.version = k.etim_version
              where k.tenant_id = $1 and k.product_id = any ($2) and k.status = 'confirmed'
            ), asked as (%s)
            select a.products, f.code, f.name, f.type, u.symbol, u.uom_code,
              a.class_id is null or c.id is not null as in_class, cast((
                select coalesce(jsonb_object_agg(v.code, v.name), '{}') from catalog.etimclassfeature cf
                join catalog.etimclassfeaturevalue cv on cv.class_feature_id = cf.id
                join catalog.etimvalue v on v.code = cv.value_id
                where cf.feature_id = a.code and (c.id is null or cf.id = c.id)) as text) as listed
            from asked a
            join catalog.etimfeature f on f.code = a.code
            left join lateral (
              select cf.id, cf.unit_id from catalog.etimclassfeature cf
              where cf.feature_id = a.code and cf.class_id = a.class_id) c on true
            left join catalog.etimunit u on u.code = coalesce(c.unit_id, (
              select min(cf.unit_id) from catalog.etimclassfeature cf
              where cf.feature_id = a.code and c.id is null having count(distinct cf.unit_id) = 1))
            """;
    private static final String NAMED = FIND.formatted("""
            select c.id as class_id, n.code, array_agg(n.product_id) as products
            from unnest($2::bigint[], $3::text[]) as n (product_id, code)
            left join class c on c.product_id = n.product_id group by c.id, n.code""");
    private static final String ALL = FIND.formatted("""
            select c.id as class_id, cf.feature_id as code, array_agg(c.product_id) as products
            from class c join catalog.etimclassfeature cf on cf.class_id = c.id group by c.id, cf.feature_id""");

    private final DatabaseJson json;

    @Inject
    Features(DatabaseJson json) {
        this.json = json;
    }

    /** A feature that a specification of an article is bound to. */
    record Bound(long product, String code) {}

    /** Those that the specifications are bound to, by code; unknown ones are missing. */
    Uni<Map<String, Feature>> of(UnitOfWork unit, long product, List<Specification> specifications) {
        var bound = specifications.stream()
                .filter(each -> each.featureId != null)
                .map(each -> new Bound(product, each.featureId))
                .toList();
        return of(unit, bound).map(found -> found.getOrDefault(product, Map.of()));
    }

    /** Those that specifications of many articles are bound to, by article and code. */
    Uni<Map<Long, Map<String, Feature>>> of(UnitOfWork unit, List<Bound> bound) {
        var asked = bound.stream().distinct().toList();
        var products = asked.stream().map(Bound::product).toArray(Long[]::new);
        var codes = asked.stream().map(Bound::code).toArray(String[]::new);
        return asked.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : unit.run(NAMED, unit.caller().tenant(), products, codes).map(this::features);
    }

    /** All of its confirmed class; none without one. */
    Uni<Map<String, Feature>> ofClass(UnitOfWork unit, long product) {
        return unit.run(ALL, unit.caller().tenant(), new Long[] {product})
                .map(rows -> features(rows).getOrDefault(product, Map.of()));
    }

    private Map<Long, Map<String, Feature>> features(RowSet<Row> rows) {
        var features = new HashMap<Long, Map<String, Feature>>();
        for (var row : rows) {
            var feature = feature(row);
            for (var product : row.getArrayOfLongs("products")) {
                features.computeIfAbsent(product, id -> new HashMap<>()).put(feature.code(), feature);
            }
        }
        return features;
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
