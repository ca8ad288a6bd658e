package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.kit.ItemKind;
import org.quartermaster.catalog.safety.TaskNames;
import org.quartermaster.catalog.safety.TaskNames.TaskName;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Json;

/** Protective equipment and tools that work asks for, by its tasks or by the tools that it is done with. */
@ApplicationScoped
class NeededEquipment {
    /** NB: a tenant's own task stands in place of the shared one with the same id. */
    private static final String TASKS = """
            with task as (
              select distinct on (t.task_id) t.* from catalog.taskhazardmapping t
              where (t.tenant_id is null or t.tenant_id = $1)
                and (lower(t.maintenance_type) = lower($2) or t.task_id = any ($3))
              order by t.task_id, t.tenant_id nulls last
            )
            """;

    /** What is needed, by equipment: mandatory where one hazard makes it so, with all hazards and standards. */
    private static final String EQUIPMENT = """
            select 'ppe' as kind, bool_or(n.mandatory) as mandatory,
              coalesce(y.name, n.code) || ' for ' || string_agg(distinct n.because, ', ' order by n.because) as reason,
              (select cast(coalesce(jsonb_agg(distinct s.citation), '[]') as text)
                from need m, jsonb_array_elements_text(m.standards) s (citation) where m.code = n.code) as standards,
              n.code, y.unspsc_code, y.etim_class
            from need n left join catalog.ppetype y on y.code = n.code
            group by n.code, y.name, y.unspsc_code, y.etim_class
            """;

    private static final String OF_TASKS = TASKS + """
            , need as (
              select e.code, e.mandatory, coalesce(z.name, h.item ->> 'code') || ' (' || t.task_name || ')' as because,
                coalesce(h.item -> 'standards', '[]') as standards
              from task t cross join lateral jsonb_array_elements(t.hazards) h (item)
                cross join lateral (
                  select jsonb_array_elements_text(coalesce(h.item -> 'mandatory_ppe', '[]')) as code, true as mandatory
                  union all select jsonb_array_elements_text(coalesce(h.item -> 'recommended_ppe', '[]')), false) e
                left join catalog.hazard z on z.code = h.item ->> 'code'
            )
            """ + EQUIPMENT + """
            union all
            select 'tool', false, 'Tool for ' || string_agg(distinct t.task_name, ', '), '[]', null,
              case when c.code ~ '^[0-9]{8}$' then c.code end, case when c.code ~ '^EC[0-9]{6}$' then c.code end
            from task t cross join lateral jsonb_array_elements_text(t.tool_classes) c (code)
            where c.code ~ '^([0-9]{8}|EC[0-9]{6})$' group by c.code
            order by kind, mandatory desc, code
            """;

    /** What the tools of a document ask for and the document lacks. */
    private static final String OF_DOCUMENT = """
            with product as (
              select q.product_id from catalog.quotationitem q where q.tenant_id = $1 and q.quotation_id = $2
              union select l.product_id from catalog.rfpline l where l.tenant_id = $1 and l.rfp_id = $3
            ), class as (
              select c.unspsc_code, c.etim_class from catalog.productclassification c
              where c.tenant_id = $1 and c.status = 'confirmed' and c.product_id in (select product_id from product)
            ), tool as (
              select r.* from catalog.toolriskclassification r
              where (r.tenant_id is null or r.tenant_id = $1)
                and exists (select from class c where c.etim_class = r.etim_class or c.unspsc_code = r.unspsc_code)
            ), need as (
              select e.code, e.mandatory, t.tool_name as because, t.osha_standards as standards
              from tool t cross join lateral (
                select jsonb_array_elements_text(t.mandatory_ppe) as code, true as mandatory
                union all select jsonb_array_elements_text(t.recommended_ppe), false) e
              where not exists (select from catalog.ppetype y join class c
                on c.etim_class = y.etim_class or c.unspsc_code = y.unspsc_code where y.code = e.code)
            )
            """ + EQUIPMENT + " order by mandatory desc, code";

    private static final String NAMES = """
            select distinct on (t.task_id) t.task_id, t.task_name, cast(t.synonyms as text) as synonyms
            from catalog.taskhazardmapping t where t.tenant_id is null or t.tenant_id = $1
            order by t.task_id, t.tenant_id nulls last
            """;

    private final ObjectMapper json;

    @Inject
    NeededEquipment(ObjectMapper json) {
        this.json = json;
    }

    /** Ids of the tasks that a text speaks of, the surest first. */
    Uni<List<String>> tasks(UnitOfWork unit, String text) {
        return unit.run(NAMES, unit.caller().tenant()).map(rows -> {
            var names = new ArrayList<TaskName>();
            rows.forEach(row -> names.add(new TaskName(
                    row.getString("task_id"), row.getString("task_name"), texts(row.getString("synonyms")))));
            return new TaskNames(names).find(text);
        });
    }

    /** What the tasks with these ids, and those of the maintenance type, ask for. */
    Uni<List<Wish>> of(UnitOfWork unit, String maintenanceType, List<String> tasks) {
        return unit.run(OF_TASKS, unit.caller().tenant(), maintenanceType, tasks.toArray(String[]::new))
                .map(this::wishes);
    }

    /** What the tools on a quotation or request ask for; either id may be null. */
    Uni<List<Wish>> of(UnitOfWork unit, Long quotation, Long rfp) {
        return unit.run(OF_DOCUMENT, unit.caller().tenant(), quotation, rfp).map(this::wishes);
    }

    private List<Wish> wishes(RowSet<Row> rows) {
        var wishes = new ArrayList<Wish>();
        rows.forEach(row -> wishes.add(Wish.chosenBy(
                "ppe".equals(row.getString("kind")) ? ItemKind.PPE : ItemKind.TOOL,
                selector(row),
                row.getBoolean("mandatory"),
                row.getString("reason"),
                texts(row.getString("standards")))));
        return wishes;
    }

    private JsonNode selector(Row row) {
        var selector = json.createObjectNode();
        for (var name : List.of("code", "unspsc_code", "etim_class")) {
            if (row.getString(name) != null) {
                selector.put(member(name), row.getString(name));
            }
        }
        return selector;
    }

    private static String member(String column) {
        return switch (column) {
            case "code" -> "ppe_code";
            case "unspsc_code" -> "unspsc";
            default -> column;
        };
    }

    private static List<String> texts(String array) {
        var texts = new ArrayList<String>();
        Json.stored(array).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
