package org.quartermaster.platform.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.ScratchDatabase;

class MigrateCommandTest {
    private static ScratchDatabase server;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        server = ScratchDatabase.start("probe");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private int run(String typed, String... arguments) throws IOException {
        printed.reset();
        var url = server.jdbcUrl().substring("jdbc:".length());
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new MigrateCommand("probe", url, "none", out, new BufferedReader(new StringReader(typed)))
                .run(List.of(arguments));
    }

    private boolean says(String text) {
        return printed.toString(StandardCharsets.UTF_8).contains(text);
    }

    @BeforeEach
    void everythingIsApplied() throws IOException {
        assertEquals(0, run("", "up"));
    }

    @Test
    void aCommandOfTheServiceRunsAsOwnerAndAsSystemAndAnyOtherWordListsThem() throws IOException {
        assertEquals(7, run("", "probe", "7"));
        assertTrue(says("probe_owner") && says("probe_system"));

        assertEquals(2, run("", "dance"));
        assertTrue(says("probe CODE - says who it works as"));
    }

    @Test
    void downTakesBackTheLastOneAndUpAppliesItAgain() throws IOException {
        assertEquals(0, run("yes\n", "down"));
        assertTrue(says("Took back 1 migrations."));
        run("", "status");
        assertTrue(says("rolled_back"));

        assertEquals(0, run("", "up"));

        assertTrue(says("Applied 1 migrations."));
        run("", "status");
        assertTrue(!says("rolled_back") && !says("pending"));
    }

    @Test
    void downTakesBackAllAboveAVersionWithoutAskingWhenToldSo() throws IOException {
        assertEquals(0, run("", "down", "0000.01", "--yes"));

        run("", "status");

        assertTrue(says("0000.01  applied"));
        assertTrue(says("0000.02  rolled_back"));
    }

    @Test
    void downChangesNothingUnlessTheAnswerIsYes() throws IOException {
        assertEquals(1, run("no\n", "down", "0000.01"));

        assertTrue(says("down  0000.02 create_outbox"));
        assertTrue(says("Nothing was changed."));
        assertEquals(0, run("", "up"));
        assertTrue(says("Nothing to do"));
    }

    @Test
    void aHistoryOfTheTimeBeforeThePlatformHadItsOwnVersionsFollowsTheirNames() throws Exception {
        var now = history();
        try (var connection = server.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update flyway_schema_history
                    set version = replace(version, '0000.', '00'), script = replace(script, 'V0000.', 'V00'), checksum = 1
                    where version ~ '^0000[.](0[1-8]|1[03])$'
                    """);
        }

        assertEquals(0, run("", "up"));

        assertTrue(says("Nothing to do"));
        assertEquals(now, history());
    }

    private static List<String> history() throws Exception {
        try (var connection = server.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select version || ' ' || script || ' ' || checksum from flyway_schema_history
                        where version is not null order by installed_rank
                        """)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    @Test
    void anUnknownCommandIsWrongUse() throws IOException {
        assertEquals(2, run("", "sideways"));
    }
}
