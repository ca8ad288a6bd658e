package org.quartermaster.platform.db;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Refuses to start on a database whose text search would silently find nothing: under ctype C trigrams and case
 * folding know no letter beyond ASCII.
 */
@ApplicationScoped
final class TextSearch {
    private static final String UNDEFINED_FUNCTION = "42883";
    private static final String CHECK = """
            select current_setting('server_encoding') = 'UTF8', coalesce(cardinality(show_trgm('школа')), 0) > 0
            """;

    private final AgroalDataSource owner;

    @Inject
    TextSearch(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 50) StartupEvent start) throws SQLException {
        try (var connection = owner.getConnection()) {
            require(connection);
        }
    }

    /** Throws where the database is not UTF-8, has no trigrams, or has none of Cyrillic words. */
    static void require(Connection connection) throws SQLException {
        try {
            var row = Sql.query(connection, CHECK, found -> List.of(found.getBoolean(1), found.getBoolean(2)))
                    .get(0);
            if (!row.get(0)) {
                throw new IllegalStateException(
                        "The database is not encoded in UTF-8; make it anew with encoding UTF8.");
            }
            if (!row.get(1)) {
                throw new IllegalStateException(
                        "The database finds no trigrams of 'школа': its ctype knows ASCII alone;"
                                + " make it anew with lc_ctype C.UTF-8.");
            }
        } catch (SQLException failed) {
            if (UNDEFINED_FUNCTION.equals(failed.getSQLState())) {
                throw new IllegalStateException("The database lacks the extension pg_trgm.", failed);
            }
            throw failed;
        }
    }
}
