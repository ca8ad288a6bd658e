package org.quartermaster.procurement.cpv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.procurement.CommandDatabases;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestRows;

/** {@code deploy/migrate procurement cpv}. */
@ProcurementTest
class CpvCommandTest {
    private static final String LABELS = """
            select lang || ' ' || label from procurement.cpv_labels where cpv_code = ? order by lang
            """;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) throws SQLException, IOException {
        told.reset();
        var out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new CpvCommand().run(new CommandDatabases(), List.of(arguments), out);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("cpv.csv"), text).toString();
    }

    @Test
    void theBundledListIsLoadedAndOnceMoreChangesNothing() throws Exception {
        assertThat(run()).isZero();
        assertThat(run()).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("0 codes added, 0 changed; 0 rows not taken");
        assertThat(TestRows.texts("select parent_code from procurement.cpv_codes where code8 = '18141000'"))
                .containsExactly("18100000-0");
    }

    @Test
    void aFileAddsCodesAndLabelsOfItsLanguageAndTellsWhichRowsItLeaves() throws Exception {
        var exit = run(file("code;description\n97110000-5;Пробна услуга\nnonsense;x\n"), "--lang", "mk");

        assertThat(exit).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("2 rows read", "Line 3: found 'nonsense;x'", "1 codes added, 0 changed; 1 rows not taken");
        assertThat(TestRows.texts(LABELS, "97110000-5")).containsExactly("mk Пробна услуга");
    }

    @Test
    void whatIsNoListOfCodesFails() throws Exception {
        assertThat(run(file("nonsense;x\n"))).isEqualTo(1);
        assertThat(run(file("a title\n"))).isEqualTo(1);
        assertThat(run(folder.resolve("away.csv").toString())).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("There is no file");
    }

    @Test
    void wrongWordsAreAnsweredByTheUsage() throws Exception {
        for (var words : List.of(List.of("--lang"), List.of("a", "b"), List.of("a", "--lang", "English"))) {
            assertThat(run(words.toArray(String[]::new))).as("%s", words).isEqualTo(2);
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("[FILE] [--lang en]");
        }
    }
}
