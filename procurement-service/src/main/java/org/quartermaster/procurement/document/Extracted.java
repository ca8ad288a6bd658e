package org.quartermaster.procurement.document;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What came of reading a document.
 *
 * @param error why there is no text, or not all of it; null where all is well
 * @param mimeType what the content says that it is
 * @param pages null where it has none
 */
record Extracted(Status status, String error, String text, String mimeType, Integer pages) {
    private static final int MOST_CODES = 1_000;
    private static final Pattern CPV = Pattern.compile("(?<![0-9-])[0-9]{8}-[0-9](?![0-9-])");

    /** How it went, as the column says it. */
    enum Status {
        SUCCESS,
        FAILED,
        OCR_REQUIRED,
        UNSUPPORTED,
        DOWNLOAD_FAILED,
        DOWNLOAD_CORRUPTED,
        DOWNLOAD_TIMEOUT
    }

    static Extracted without(Status status, String error, String mimeType, Integer pages) {
        return new Extracted(status, error, null, mimeType, pages);
    }

    /** What has the form of a CPV code in the text, each once. */
    List<String> codes() {
        return text == null
                ? List.of()
                : CPV.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .limit(MOST_CODES)
                        .toList();
    }
}
