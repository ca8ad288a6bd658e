package org.quartermaster.platform.migration;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.db.SystemConnection;

/** Compares the live schema with the mapped entities and with the columns that plain SQL uses. Blocking. */
@ApplicationScoped
final class SchemaCheck {
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
        try (var connection = database.open()) {
            return SchemaReport.of(mapped(), SchemaColumns.declared(), SchemaColumns.live(connection));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
}
