package org.quartermaster.platform.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
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
    void downTakesBackTheLastOneAndUpAppliesItAgain() throws IOException {
        assertEquals(0, run("yes\n", "down"));
        assertTrue(says("Took back 1 migrations."));
        run("", "status");
        assertTrue(says("pending"));

        assertEquals(0, run("", "up"));

        assertTrue(says("Applied 1 migrations."));
        run("", "status");
        assertTrue(!says("pending"));
    }

    @Test
    void downTakesBackAllAboveAVersionWithoutAskingWhenToldSo() throws IOException {
        assertEquals(0, run("", "down", "0001", "--yes"));

        run("", "status");

        assertTrue(says("0001  applied"));
        assertTrue(says("0002  pending"));
    }

    @Test
    void downChangesNothingUnlessTheAnswerIsYes() throws IOException {
        assertEquals(1, run("no\n", "down", "0001"));

        assertTrue(says("down  0002 create_outbox"));
        assertTrue(says("Nothing was changed."));
        assertEquals(0, run("", "up"));
        assertTrue(says("Nothing to do"));
    }

    @Test
    void anUnknownCommandIsWrongUse() throws IOException {
        assertEquals(2, run("", "sideways"));
    }
}
