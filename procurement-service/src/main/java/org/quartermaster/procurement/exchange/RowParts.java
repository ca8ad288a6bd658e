package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.list.CsvText;
import org.quartermaster.procurement.tender.TenderSql;
import org.quartermaster.procurement.tender.TenderView;

/** Parts of rows as CSV (RFC 4180), under the names of the list of tenders; unknown is empty, lists are spaced. */
@ApplicationScoped
class RowParts implements ExportParts {
    private static final int TENDERS = 500;
    static final List<String> COLUMNS = List.of(
            "tender_id",
            "ocid",
            "source_id",
            "source_reference",
            "source_url",
            "title",
            "description",
            "category",
            "main_category",
            "procuring_entity",
            "procedure",
            "procedure_details",
            "status",
            "ocds_status",
            "publication_date",
            "opening_date",
            "closing_date",
            "estimated_value",
            "estimated_currency",
            "actual_value",
            "actual_currency",
            "cpv_code",
            "cpv_codes",
            "winner",
            "language",
            "country",
            "lots_count",
            "documents_count",
            "material_version",
            "last_release_date");

    private final TenantDatabase database;
    private final ObjectMapper json;

    @Inject
    RowParts(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String beginning() {
        return CsvText.lines(List.of(COLUMNS));
    }

    @Override
    public ExportPart after(JobRun run, ExportOrder order, String tenderId) {
        var ids = order.after(tenderId, "t.tender_id", TENDERS);
        var rows = new Query(
                "select " + TenderSql.COLUMNS + " from " + TenderSql.FROM + " where t.tender_id in (" + ids.sql()
                        + ") order by t.tender_id",
                ids.parameters());
        return part(
                run.await(() -> database.readAll(run.caller(), List.of(rows))).get(0));
    }

    private ExportPart part(RowSet<Row> rows) {
        var records = new ArrayList<List<String>>();
        String last = null;
        for (var row : rows) {
            last = row.getString("tender_id");
            records.add(cells(TenderView.of(TenderSql.read(row))));
        }
        return last == null ? null : new ExportPart(CsvText.lines(records), last, records.size(), 0);
    }

    private List<String> cells(TenderView tender) {
        JsonNode shown = json.valueToTree(tender);
        return COLUMNS.stream().map(shown::path).map(RowParts::cell).toList();
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            value.forEach(each -> texts.add(each.asText()));
            return String.join(" ", texts);
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isTextual() ? CsvText.guarded(value.textValue()) : "";
    }
}
