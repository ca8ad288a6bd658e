package org.quartermaster.procurement.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a question.
 *
 * @param answer null where nothing was found; the message says so then
 */
record QuestionAnswer(
        UUID queryId,
        String answer,
        List<Source> sources,
        Confidence confidence,
        int queryTimeMs,
        Instant generatedAt,
        String message) {}
