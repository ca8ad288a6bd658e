package org.quartermaster.catalog.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Keeps who said what of an article. All that was said is kept; of each field one value is chosen. */
public final class Observations {
    /** What others can say of an article too. */
    public static final List<String> FIELDS = List.of(
            "name",
            "name_ar",
            "description",
            "category_id",
            "brand_id",
            "supplier_id",
            "mpn",
            "gtin",
            "base_uom",
            "source_url",
            "images_url",
            "enriched_description",
            "technical_specs",
            "supplier_info");

    private static final String UNCHOOSE = """
            update catalog.productfieldsource set is_chosen = false
            where tenant_id = $1 and product_id = $2 and field = any ($3) and is_chosen
            """;
    private static final String WITHDRAW = """
            delete from catalog.productfieldsource
            where tenant_id = $1 and product_id = $2 and field = any ($3) and source = $4 and source_ref = $5
            """;
    private static final String CHOOSE = """
            insert into catalog.productfieldsource (tenant_id, product_id, field, source, priority, value, source_ref,
              observed_at, is_chosen)
            select $1, $2, key, $4, $5, value, $6, $7, true from jsonb_each(cast($3::text as jsonb))
            on conflict (tenant_id, product_id, field, source, source_ref) do update
              set value = excluded.value, observed_at = excluded.observed_at, is_chosen = true
            """;

    private static final String UNCHOOSE_ALL = """
            update catalog.productfieldsource s set is_chosen = false
            from unnest($2::bigint[], $3::text[]) as r (product_id, said),
              lateral jsonb_object_keys(cast(r.said as jsonb)) as k (field)
            where s.tenant_id = $1 and s.product_id = r.product_id and s.field = k.field and s.is_chosen
            """;
    private static final String WITHDRAW_ALL = """
            delete from catalog.productfieldsource s
            using unnest($2::bigint[], $3::text[]) as r (product_id, said),
              lateral jsonb_each(cast(r.said as jsonb)) as k (field, value)
            where s.tenant_id = $1 and s.product_id = r.product_id and s.field = k.field and s.source = $4
              and s.source_ref = $5 and k.value in ('null', '{}')
            """;
    /** NB: without a look for conflicts, which costs as much again. */
    private static final String KEEP_ALL = """
            insert into catalog.productfieldsource (tenant_id, product_id, field, source, priority, value, source_ref,
              observed_at, is_chosen)
            select $1, r.product_id, k.field, $4, $5, k.value, $6, $7, true
            from unnest($2::bigint[], $3::text[]) as r (product_id, said),
              lateral jsonb_each(cast(r.said as jsonb)) as k (field, value)
            where k.value not in ('null', '{}')
            """;

    private static final String CHOOSE_ALL = KEEP_ALL + """
            on conflict (tenant_id, product_id, field, source, source_ref) do update
              set value = excluded.value, observed_at = excluded.observed_at, is_chosen = true
            """;

    private static final String RESTATE = """
            update catalog.productfieldsource s set value = c.value
            from jsonb_each(cast($3::text as jsonb)) c
            where s.tenant_id = $1 and s.product_id = $2 and s.field = c.key and s.is_chosen
            """;

    private Observations() {}

    /** The fields in which two views of an article differ, with their values now. */
    public static ObjectNode changed(ObjectNode now, JsonNode before) {
        var changed = now.objectNode();
        for (var field : FIELDS) {
            var value = now.get(field);
            if (!value.equals(before.path(field)) && !(isNothing(value) && isNothing(before.path(field)))) {
                changed.set(field, value);
            }
        }
        return changed;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isObject() && value.isEmpty();
    }

    /**
     * Keeps what a source says and chooses it, which the caller found to be in order. A field that is emptied is taken
     * back by that source, so that others may fill it.
     */
    public static Uni<Void> choose(UnitOfWork unit, long product, Source source, String reference, ObjectNode said) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tenant = unit.caller().tenant();
        var fields = said.properties().stream().map(entry -> entry.getKey()).toArray(String[]::new);
        var emptied = said.properties().stream()
                .filter(entry -> isNothing(entry.getValue()))
                .map(entry -> entry.getKey())
                .toArray(String[]::new);
        var kept = said.deepCopy().without(List.of(emptied));
        return unit.runAll(List.of(
                        Query.of(UNCHOOSE, tenant, product, fields),
                        Query.of(WITHDRAW, tenant, product, emptied, source.word(), reference),
                        Query.of(
                                CHOOSE,
                                tenant,
                                product,
                                kept.toString(),
                                source.word(),
                                (short) source.priority,
                                reference,
                                Columns.time(unit.now()))))
                .replaceWithVoid();
    }

    /** As {@link #choose}, of many articles at a time, by their ids. */
    public static Uni<Void> chooseAll(UnitOfWork unit, Source source, String reference, Map<Long, ObjectNode> said) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tenant = unit.caller().tenant();
        var ids = said.keySet().toArray(Long[]::new);
        var texts = texts(said);
        return unit.runAll(List.of(
                        Query.of(UNCHOOSE_ALL, tenant, ids, texts),
                        Query.of(WITHDRAW_ALL, tenant, ids, texts, source.word(), reference),
                        keep(unit, CHOOSE_ALL, source, reference, said)))
                .replaceWithVoid();
    }

    /** As above, of new articles, of which nobody can have said anything before. */
    public static Uni<Void> chooseFirst(UnitOfWork unit, Source source, String reference, Map<Long, ObjectNode> said) {
        return said.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.runAll(List.of(keep(unit, KEEP_ALL, source, reference, said)))
                        .replaceWithVoid();
    }

    private static String[] texts(Map<Long, ObjectNode> said) {
        return said.values().stream().map(ObjectNode::toString).toArray(String[]::new);
    }

    private static Query keep(
            UnitOfWork unit, String sql, Source source, String reference, Map<Long, ObjectNode> said) {
        return Query.of(
                sql,
                unit.caller().tenant(),
                said.keySet().toArray(Long[]::new),
                texts(said),
                source.word(),
                (short) source.priority,
                reference,
                Columns.time(unit.now()));
    }

    /** Puts the chosen values in another form, such as cleaned ones; whose they are stays. */
    public static Uni<Void> restate(UnitOfWork unit, long product, ObjectNode cleaned) {
        return cleaned.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.run(RESTATE, unit.caller().tenant(), product, cleaned.toString())
                        .replaceWithVoid();
    }
}
