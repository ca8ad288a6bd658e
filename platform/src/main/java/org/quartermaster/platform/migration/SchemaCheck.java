package org.quartermaster.platform.migration;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.db.SystemConnection;

/** Compares the live schema with the mapped entities. Blocking. */
@ApplicationScoped
final class SchemaCheck {
    /** The platform's own tables have no entities; partitions repeat their parent. */
    private static final String COLUMNS = """
            select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname,
                t.typname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
              and n.nspname not in ('pg_catalog', 'information_schema', 'platform') and n.nspname !~ '^pg_t'
            """;

    private final Mutiny.SessionFactory entities;
    private final SystemConnection database;

    @Inject
    SchemaCheck(Mutiny.SessionFactory entities, SystemConnection database) {
        this.entities = entities;
        this.database = database;
    }

    void atStart(@Observes StartupEvent start) {
        try {
            var report = compare();
            if (!report.missing().isEmpty()) {
                Log.errorf("the database lacks %s", report.missing());
            }
            if (!report.retyped().isEmpty()) {
                Log.warnf("the database has other types for %s", report.retyped());
            }
            Log.infof(
                    "schema: %d elements ok, %d shadow",
                    report.ok().size(), report.shadow().size());
        } catch (SQLException away) {
            Log.warnf("schema not checked: %s", away.getMessage());
        }
    }

    SchemaReport compare() throws SQLException {
        return SchemaReport.of(mapped(), live());
    }

    /** Columns and the type codes of their values. */
    private Map<String, Integer> mapped() {
        var columns = new TreeMap<String, Integer>();
        SelectableConsumer add = (index, column) -> {
            if (!column.isFormula()) {
                columns.put(
                        column.getContainingTableExpression() + "." + column.getSelectionExpression(),
                        column.getJdbcMapping().getJdbcType().getDefaultSqlTypeCode());
            }
        };
        var model = (MappingMetamodel) entities.getMetamodel();
        model.forEachEntityDescriptor(entity -> {
            entity.getIdentifierMapping().forEachSelectable(add);
            entity.forEachSelectable(add);
        });
        return columns;
    }

    /** Columns and the names of their types. */
    private Map<String, String> live() throws SQLException {
        var columns = new TreeMap<String, String>();
        try (var connection = database.open();
                var query = connection.createStatement();
                var rows = query.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }
}
