package org.quartermaster.procurement.imports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;

/** How a file is to be imported. */
record ImportSettings(String source, Mode mode, Telling events, Charset charset) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset=\"?([^\";\\s]+).*");
    private static final int LONGEST = 100;

    /** What becomes of a release with an error of the schema. */
    @Schema(name = "OcdsImportMode")
    enum Mode {
        /** It is kept with its issues. */
        LENIENT,
        /** It is rejected. */
        STRICT
    }

    /** What is told of tenders that change. */
    @Schema(name = "OcdsImportEvents")
    enum Telling {
        /** An event each, up to a bound, and alerts. */
        EACH,
        /** Neither. */
        NONE
    }

    static ImportSettings usual(String source) {
        return new ImportSettings(source, Mode.LENIENT, Telling.EACH, StandardCharsets.UTF_8);
    }

    static ImportSettings read(Call call) {
        var query = call.query();
        query.require("source");
        var source = query.text("source", 1, LONGEST).value();
        if (source != null && !SLUG.matcher(source).matches()) {
            query.error("source", "not_a_slug");
        }
        var settings = new ImportSettings(
                source,
                query.word("mode", Mode.class).or(Mode.LENIENT),
                query.word("events", Telling.class).or(Telling.EACH),
                charset(call.header("Content-Type")));
        query.checkQuery();
        return settings;
    }

    private static Charset charset(String type) {
        var declared = CHARSET.matcher(type == null ? "" : type);
        if (!declared.matches()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
        }
    }
}
