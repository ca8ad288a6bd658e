package org.quartermaster.catalog.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.catalog.activity.ActivityList;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The log as rows of a file. */
@ApplicationScoped
class LogExport implements ExportSource {
    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("id", "r.id"),
            ExportColumn.of("timestamp", "r.\"timestamp\""),
            ExportColumn.of("entity_type", "r.entity_type"),
            ExportColumn.of("entity_id", "r.entity_id"),
            ExportColumn.of("action", "r.action"),
            ExportColumn.of("user_id", "r.user_id"),
            ExportColumn.of("actor_type", "r.actor_type"),
            ExportColumn.of("ip_address", "host(r.ip_address)"),
            ExportColumn.of("user_agent", "r.user_agent"),
            ExportColumn.of("request_id", "r.request_id"),
            ExportColumn.json("details", "r.details"));

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public String key() {
        return "r.id";
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListQuery rows(String select, Caller caller, Fields filter) {
        return ActivityList.filtered(select, caller, filter);
    }
}
