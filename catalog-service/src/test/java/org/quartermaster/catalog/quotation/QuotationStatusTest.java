package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.catalog.quotation.QuotationStatus.ACCEPTED;
import static org.quartermaster.catalog.quotation.QuotationStatus.CANCELLED;
import static org.quartermaster.catalog.quotation.QuotationStatus.DRAFT;
import static org.quartermaster.catalog.quotation.QuotationStatus.EXPIRED;
import static org.quartermaster.catalog.quotation.QuotationStatus.REJECTED;
import static org.quartermaster.catalog.quotation.QuotationStatus.SENT;
import static org.quartermaster.catalog.quotation.QuotationStatus.SUPERSEDED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ways between the states of a quotation. */
class QuotationStatusTest {

    @Test
    void thereAreSevenWaysAndNoOther() {
        var ways = Stream.of(QuotationStatus.values())
                .flatMap(from -> Stream.of(QuotationStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> List.of(from, to)))
                .toList();

        assertThat(ways)
                .containsExactlyInAnyOrder(
                        List.of(DRAFT, SENT),
                        List.of(DRAFT, CANCELLED),
                        List.of(SENT, ACCEPTED),
                        List.of(SENT, REJECTED),
                        List.of(SENT, EXPIRED),
                        List.of(SENT, SUPERSEDED),
                        List.of(ACCEPTED, CANCELLED));
    }
}
