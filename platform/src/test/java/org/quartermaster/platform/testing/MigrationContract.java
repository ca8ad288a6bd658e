package org.quartermaster.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quartermaster.platform.migration.MigrationFile;

/** What holds for the migrations of every service; a service's test extends it and names itself. NB: one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MigrationContract {
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern DROP = Pattern.compile("\\bdrop\\s", Pattern.CASE_INSENSITIVE);

    private static final Path COLUMNS = Path.of("src/main/resources/db/_columns.txt");
    private static final String UPDATE = "columns.update";

    private final String service;
    private MigratedDatabase database;
    private String empty;

    protected MigrationContract(String service) {
        this.service = service;
    }

    @BeforeAll
    void goUp() throws IOException, SQLException {
        database = MigratedDatabase.start(service);
        empty = catalogs();
        database.up();
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    @Test
    void goDownToEmptyThenUpToTheSame() throws IOException, SQLException {
        var first = catalogs();

        database.down();
        var emptied = catalogs();
        database.up();

        assertNotEquals(empty, first);
        assertEquals(empty, emptied);
        assertEquals(first, catalogs());
    }

    @Test
    void giveEveryForeignKeyAnIndexAndEveryTenantTableForcedSecurity() throws IOException, SQLException {
        var wrong = new ArrayList<>(database.find("foreign-keys-without-index.sql"));
        wrong.addAll(database.find("tenant-tables-without-forced-rls.sql"));

        assertEquals(List.of(), wrong);
    }

    @Test
    void sayWhatTheyAreForAndHowTheyAreTakenBack() throws IOException {
        var back = MigrationFile.all('U').stream().map(MigrationFile::name).toList();

        var wrong = MigrationFile.all('V').stream()
                .filter(file -> file.header("Purpose").isEmpty()
                        || file.header("Depends").isEmpty()
                        || !file.header("Rollback")
                                .orElse("")
                                .equals("U" + file.name().substring(1))
                        || !back.contains("U" + file.name().substring(1)))
                .map(MigrationFile::name)
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void areApprovedWhereTheyDrop() throws IOException {
        var files = MigrationFile.all('V');
        files.addAll(MigrationFile.all('U'));

        var wrong = files.stream()
                .filter(file ->
                        DROP.matcher(COMMENT.matcher(file.sql()).replaceAll("")).find())
                .filter(file -> !file.header("Destructive").orElse("").equals("approved"))
                .map(MigrationFile::name)
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void makeTheColumnsThatTheServiceNames() throws IOException, SQLException {
        var update = System.getProperty(UPDATE) != null;
        assumeTrue(update || Files.exists(COLUMNS), "the service has no list of the columns that its SQL uses");
        var columns = String.join("\n", database.columns()) + "\n";
        if (update) {
            Files.writeString(COLUMNS, columns);
        }

        assertEquals(
                Files.readString(COLUMNS),
                columns,
                "The tables have changed. Update " + COLUMNS + " and commit it: mvn -pl "
                        + Path.of("").toAbsolutePath().getFileName() + " -am test -Dtest=MigrationsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE);
    }

    /** One text, because a difference of two texts is shown better than one of two lists. */
    private String catalogs() throws SQLException, IOException {
        return String.join("\n", database.find("catalogs.sql"));
    }
}
