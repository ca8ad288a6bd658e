package org.quartermaster.procurement.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.ProcurementTest;

/** How long an address stays locked, by the clock that is asked with. */
@ProcurementTest
final class LockoutTest {
    private static final Caller NOBODY = Caller.system("platform");

    private final String email = UUID.randomUUID() + "@example.com";
    private final String origin = "address " + UUID.randomUUID();

    @Inject
    Lockout lockout;

    @Inject
    Writes writes;

    @Inject
    TenantDatabase database;

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            Awaiting.result(() -> writes.writeGlobal(NOBODY, unit -> lockout.fail(unit, email, origin)));
        }
    }

    private void check(Instant now) {
        var asked = Awaiting.result(() -> database.readAll(NOBODY, List.of(lockout.ask(email, origin, now))));
        lockout.check(asked.get(0), now);
    }

    @Test
    void aLockLastsAQuarterOfAnHourAndNoLonger() {
        var begin = Instant.now();
        fail(5);
        var end = Instant.now();

        assertThatThrownBy(() -> check(begin.plus(Duration.ofMinutes(14)).plusSeconds(59)))
                .isInstanceOfSatisfying(
                        Problem.class, locked -> assertThat(locked.type()).isEqualTo(Lockout.TOO_MANY));
        assertThatCode(() -> check(end.plus(Duration.ofMinutes(15)))).doesNotThrowAnyException();
    }

    @Test
    void fourFailuresLockNothing() {
        fail(4);

        assertThatCode(() -> check(Instant.now())).doesNotThrowAnyException();
    }
}
