package org.quartermaster.catalog.rfp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.quartermaster.catalog.rfpreading.RfpFile;
import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.catalog.storedfile.StoredFiles;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

/**
 * A request as it comes in.
 *
 * @param said what the client says of it
 * @param mediaType found from the content
 * @param mayRepeat whether the same bytes may come again
 */
record NewRfp(RfpDocument said, byte[] content, String mediaType, boolean mayRepeat) {
    private static final int MOST_BYTES = 20 << 20;
    private static final int MAX_NAME = 300;
    private static final String FILE = "file";

    /** Sent as JSON: a name, the text, and what is said of it. */
    static NewRfp ofText(Fields fields) {
        fields.require("document_name", "text");
        var name = fields.text("document_name", 1, MAX_NAME).value();
        var text = fields.text("text", 0, MOST_BYTES).value();
        var said = said(fields, RfpSource.API, name);
        var content = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        return of(fields, said, content);
    }

    /** @param name what the client calls the file, or null */
    static NewRfp ofFile(Fields fields, byte[] content, String name) {
        if (content == null) {
            fields.error(FILE, "missing");
        }
        return of(fields, said(fields, RfpSource.UPLOAD, name == null ? FILE : name), content);
    }

    private static RfpDocument said(Fields fields, RfpSource source, String name) {
        var said = new RfpDocument();
        said.documentName = name;
        said.source = source;
        RfpFields.apply(fields, said);
        return said;
    }

    /** 422 for wrong fields or a file that cannot be one, 413 past 20 MB, 415 for other kinds of files. */
    private static NewRfp of(Fields fields, RfpDocument said, byte[] content) {
        var mayRepeat = fields.bool("allow_duplicate").or(false);
        fields.checkStrictly();
        if (content.length > MOST_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        try {
            return new NewRfp(said, content, RfpFile.mediaType(content), mayRepeat);
        } catch (UnreadableFile unreadable) {
            throw RfpProblems.unreadable(unreadable);
        }
    }

    /** The key that its content is stored under. */
    String path() {
        return "rfp/" + HexFormat.of().formatHex(StoredFiles.hash(content));
    }
}
