package org.quartermaster.procurement.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestRows;

/** Refusals of one kind are one row at once, and one with their number when the minute ends; by a clock of the test. */
@ProcurementTest
class DenialsTest {
    private static final String HERE = "192.0.2.1";

    private final String action = "refused." + Ids.random(12);

    @Inject
    Denials denials;

    @Inject
    Writes writes;

    private void refuse(int times, String address) {
        for (var n = 0; n < times; n++) {
            Awaiting.result(
                    () -> writes.write(Caller.system(AuditLog.PLATFORM), unit -> denials.note(unit, action, address)));
        }
    }

    private void turnTo(Instant time) {
        Awaiting.result(() -> denials.end(time));
    }

    private List<String> rows() {
        return TestRows.texts("""
                select host(ip_address) || ' ' || coalesce(details ->> 'count', 'first') from procurement.audit_log
                where action = ? order by created_at, 1
                """, action);
    }

    @Test
    void theFirstIsNotedAtOnceAndTheOthersAsTheirNumberWhenTheMinuteEnds() {
        refuse(5, HERE);
        assertThat(rows()).containsExactly(HERE + " first");

        turnTo(Instant.now().plusSeconds(61));
        assertThat(rows()).containsExactly(HERE + " first", HERE + " 4");

        refuse(1, HERE);
        assertThat(rows()).containsExactly(HERE + " first", HERE + " 4", HERE + " first");
    }

    @Test
    void whatComesOnceHasNoNumberAndEachAddressCountsAlone() {
        refuse(1, HERE);
        refuse(2, "192.0.2.2");

        turnTo(Instant.now().plusSeconds(61));

        assertThat(rows()).containsExactly(HERE + " first", "192.0.2.2 first", "192.0.2.2 1");
    }
}
