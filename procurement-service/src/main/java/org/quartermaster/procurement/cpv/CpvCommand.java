package org.quartermaster.procurement.cpv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.migration.ServiceCommand;
import org.quartermaster.platform.problem.Problem;

/** Adds the codes and labels of a file to the list, or those of the short list that comes with the service. */
public final class CpvCommand implements ServiceCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final String LANGUAGE_OPTION = "--lang";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    @Override
    public String name() {
        return "cpv";
    }

    @Override
    public String help() {
        return "[FILE] [--lang en] - adds the codes and labels of a CSV file (code;description, or code and a column for"
                + " each language), without a file those of a short English list";
    }

    @Override
    public int run(Databases databases, List<String> arguments, PrintStream out) throws SQLException, IOException {
        var words = new ArrayList<>(arguments);
        var option = words.indexOf(LANGUAGE_OPTION);
        var language = "en";
        if (option >= 0 && option + 1 < words.size()) {
            words.remove(option);
            language = words.remove(option);
        }
        if (words.size() > 1
                || words.contains(LANGUAGE_OPTION)
                || !LANGUAGE.matcher(language).matches()) {
            out.println("cpv " + help());
            return WRONG_USE;
        }
        return words.isEmpty()
                ? load(databases, CpvImport.bundled(), language, out)
                : load(databases, Path.of(words.get(0)), language, out);
    }

    private static int load(Databases databases, Path file, String language, PrintStream out)
            throws SQLException, IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            out.println("There is no file " + file + " that can be read.");
            return FAILED;
        }
        return load(databases, Files.newInputStream(file), language, out);
    }

    private static int load(Databases databases, InputStream file, String language, PrintStream out)
            throws SQLException, IOException {
        try (file;
                var connection = databases.system()) {
            connection.setAutoCommit(false);
            out.println("Reading ...");
            var read = CpvFile.read(file, language, error -> tell(out, error));
            out.printf(Locale.ENGLISH, "%,d rows read; merging ...%n", read.read());
            var report = CpvImport.merge(connection, read, error -> tell(out, error));
            connection.commit();
            out.printf(
                    Locale.ENGLISH,
                    "%,d codes added, %,d changed; %,d rows not taken%n",
                    report.added(),
                    report.updated(),
                    report.rejected());
            return report.rejected() == report.rows() ? FAILED : 0;
        } catch (Problem unknownHeader) {
            out.println("This is no list of codes: the first line has to be code;description, or code and languages.");
            return FAILED;
        }
    }

    private static void tell(PrintStream out, JobError error) {
        out.println(error.in(Locale.ENGLISH).message());
    }
}
