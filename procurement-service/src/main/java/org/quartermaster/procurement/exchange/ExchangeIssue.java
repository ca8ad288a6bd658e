package org.quartermaster.procurement.exchange;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.ocds.Issue;

/**
 * Something wrong with a document that is not stored.
 *
 * @param position line or index of the release, from 0
 */
@Schema(name = "OcdsDocumentIssue")
public record ExchangeIssue(
        long position, String ocid, String releaseId, String severity, String code, String pointer, String message) {
    static ExchangeIssue of(Issue issue) {
        return new ExchangeIssue(
                issue.position(),
                issue.ocid(),
                issue.releaseId(),
                issue.code().severity().name().toLowerCase(Locale.ROOT),
                issue.code().code(),
                issue.pointer(),
                issue.message());
    }
}
