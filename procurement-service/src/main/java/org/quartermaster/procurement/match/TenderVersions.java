package org.quartermaster.procurement.match;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.criteria.MainCategory;
import org.quartermaster.procurement.criteria.Procedure;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.verdict.TenderVersion;

/** Reads what criteria ask of tenders; deleted ones are left out. */
@ApplicationScoped
public class TenderVersions {
    private static final String READ = """
            select t.tender_id, t.material_version, t.title, t.description, t.procuring_entity, t.buyer_entity_id, t.winner,
              t.cpv_codes, t.cpv_main_prefixes, t.estimated_value, t.estimated_currency, t.actual_value,
              t.actual_currency, t.procedure, t.main_category, t.status, t.country, t.language, t.source_id,
              t.publication_date, t.closing_date,
              array(select l.entity_id from procurement.tender_entity_link l
                where l.tender_id = t.tender_id and l.entity_type = 'supplier') as suppliers,
              array(select e.chunk_text from procurement.tender_documents d
                  join procurement.embeddings e on e.doc_id = d.doc_id
                where d.tender_id = t.tender_id order by e.doc_id, e.chunk_index) as chunks
            from procurement.tenders t where t.tender_id = any ($1) and t.deleted_at is null
            """;

    private final TenantDatabase database;

    @Inject
    TenderVersions(TenantDatabase database) {
        this.database = database;
    }

    /** The tenders of the ids, by id. */
    public Uni<Map<String, TenderVersion>> read(Caller caller, Collection<String> ids) {
        return database.read(caller, READ, (Object) ids.stream().distinct().toArray(String[]::new))
                .map(TenderVersions::byId);
    }

    private static Map<String, TenderVersion> byId(RowSet<Row> rows) {
        var found = new LinkedHashMap<String, TenderVersion>();
        rows.forEach(row -> found.put(row.getString("tender_id"), read(row)));
        return found;
    }

    private static TenderVersion read(Row row) {
        return new TenderVersion(
                row.getString("tender_id"),
                row.getInteger("material_version"),
                row.getString("title"),
                row.getString("description"),
                row.getString("procuring_entity"),
                row.getUUID("buyer_entity_id"),
                row.getString("winner"),
                List.of(row.getArrayOfUUIDs("suppliers")),
                List.of(row.getArrayOfStrings("cpv_codes")),
                longest(row.getArrayOfStrings("cpv_main_prefixes")),
                new TenderVersion.Money(row.getBigDecimal("estimated_value"), row.getString("estimated_currency")),
                new TenderVersion.Money(row.getBigDecimal("actual_value"), row.getString("actual_currency")),
                word(row, "procedure", Procedure.class),
                word(row, "main_category", MainCategory.class),
                word(row, "status", TenderStatus.class),
                row.getString("country"),
                row.getString("language"),
                row.getString("source_id"),
                Columns.instant(row.getOffsetDateTime("publication_date")),
                Columns.instant(row.getOffsetDateTime("closing_date")),
                List.of(row.getArrayOfStrings("chunks")));
    }

    /** The main code itself among its beginnings. */
    private static String longest(String[] prefixes) {
        return Arrays.stream(prefixes)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static <E extends Enum<E>> E word(Row row, String column, Class<E> type) {
        var word = row.getString(column);
        return word == null ? null : Words.find(type, word).orElseThrow();
    }
}
