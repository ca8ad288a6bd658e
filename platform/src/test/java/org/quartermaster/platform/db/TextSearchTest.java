package org.quartermaster.platform.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.local.ScratchDatabase;

class TextSearchTest {
    private static ScratchDatabase server;

    @BeforeAll
    static void start() throws Exception {
        server = ScratchDatabase.start("text");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Connection database(String name, String encoding, String ctype) throws SQLException {
        try (var superuser = server.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("create database %s template template0 encoding '%s' lc_collate 'C' lc_ctype '%s'"
                    .formatted(name, encoding, ctype));
            var url = superuser.getMetaData().getURL();
            return DriverManager.getConnection(url.substring(0, url.lastIndexOf('/') + 1) + name, "postgres", "");
        }
    }

    @Test
    void isGoodInADatabaseMadeForAService() throws SQLException {
        try (var connection = server.connectAsSuperuser()) {
            assertDoesNotThrow(() -> TextSearch.require(connection));
        }
    }

    @ParameterizedTest
    @CsvSource({"narrow, UTF8, C, ctype", "latin, SQL_ASCII, C, UTF-8"})
    void stopsTheStartWhereItWouldFindNothing(String name, String encoding, String ctype, String reason)
            throws SQLException {
        try (var connection = database(name, encoding, ctype);
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");

            var refused = assertThrows(IllegalStateException.class, () -> TextSearch.require(connection));

            assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        }
    }

    @Test
    void stopsTheStartWhereTheExtensionIsMissing() throws SQLException {
        try (var connection = database("bare", "UTF8", "C.UTF-8")) {
            var refused = assertThrows(IllegalStateException.class, () -> TextSearch.require(connection));

            assertTrue(refused.getMessage().contains("pg_trgm"), refused.getMessage());
        }
    }
}
